"""
Starts Orca on a folder of settings. Its own launcher ends every other Orca of this user, or is ended by one, and takes no
second one on another display.
"""
import sys

from orca import orca

settings = orca.getSettingsManager()
# A page is read line by line, not to its end as soon as it is there.
settings.activate(sys.argv[1], {'sayAllOnLoad': False})
# Where Orca looks for `orca-customizations`.
sys.path.insert(0, settings.getPrefsDir())
sys.exit(orca.main())
