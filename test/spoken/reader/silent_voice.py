#!/usr/bin/python3
"""
A voice for speech-dispatcher that makes no sound, so that no sound card is needed, and speaks faster than anybody could
follow. It tells when it has come to an end: that is what Orca waits for before it reads on.
"""
import re
import sys
import threading

LETTERS_PER_SECOND = 1000
cut = threading.Event()
writing = threading.Lock()


def tell(*lines):
    with writing:
        print(*lines, sep='\n', flush=True)


def body():
    """The lines after a command, up to a dot by itself."""
    return '\n'.join(iter(lambda: sys.stdin.readline().rstrip('\n'), '.'))


def speak(text):
    tell('701 BEGIN')
    tell('703 STOP' if cut.wait(len(text) / LETTERS_PER_SECOND) else '702 END')


SETTINGS = {
    'AUDIO': ('207 OK RECEIVING AUDIO SETTINGS', '203 OK AUDIO INITIALIZED'),
    'LOGLEVEL': ('207 OK RECEIVING LOGLEVEL SETTINGS', '203 OK LOGLEVEL SET'),
    'SET': ('203 OK RECEIVING SETTINGS', '203 OK SETTINGS RECEIVED'),
}

speaker = None
for line in sys.stdin:
    command, *_ = line.split() or ['']
    if command == 'INIT':
        tell('299-silent', '299 OK LOADED SUCCESSFULLY')
    elif command in SETTINGS:
        begin, end = SETTINGS[command]
        tell(begin)
        body()
        tell(end)
    elif command in ('SPEAK', 'CHAR', 'KEY', 'SOUND_ICON'):
        tell('202 OK RECEIVING MESSAGE')
        words = re.sub(r'<[^>]+>', '', body())
        if speaker and speaker.is_alive():
            tell('301 ERROR CANT SPEAK')
            continue
        cut.clear()
        tell('200 OK SPEAKING')
        speaker = threading.Thread(target=speak, args=(words,), daemon=True)
        speaker.start()
    elif command in ('STOP', 'PAUSE'):
        cut.set()
    elif command == 'LIST':
        tell('200-silent-nl\tnl\tnone', '200-silent-en\ten\tnone', '200 OK VOICE LIST SENT')
    elif command == 'DEBUG':
        tell('200 OK DEBUGGING SET')
    elif command == 'QUIT':
        tell('210 OK QUIT')
        break
    elif command:
        tell('300 ERR UNKNOWN COMMAND')
