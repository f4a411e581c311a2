/** The challenge of the stories. A site takes its workers from its own address: see src/signup-form/README.md. */
import 'altcha/altcha.css';
import 'altcha/external';
