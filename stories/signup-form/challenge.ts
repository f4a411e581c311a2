/** The challenge of the stories. A site takes its workers from its own address: see README.md. */
import 'altcha/altcha.css';
import 'altcha/external';
