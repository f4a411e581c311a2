"""
Starts Orca on a folder of settings. Its own launcher ends every other Orca of this user, or is ended by one, and takes no
second one on another display.
"""
import sys

from orca import orca, settings

# It would end itself where starting takes more than some seconds, as it may on a busy machine.
settings.timeoutTime = 0
manager = orca.getSettingsManager()
# A page is read line by line, not to its end as soon as it is there.
manager.activate(sys.argv[1], {'sayAllOnLoad': False})
# Where Orca looks for `orca-customizations`.
sys.path.insert(0, manager.getPrefsDir())
sys.exit(orca.main())
