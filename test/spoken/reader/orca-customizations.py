"""
Loaded by Orca itself, from its folder of settings: the place that it has for a user's own code. Writes what Orca says,
a JSON object a line, to the file descriptor named in SPOKEN_FD; nothing that Orca decides is changed.

  {"kind": "say", "text": "…"}   a phrase, as it goes to the voice
  {"kind": "key"}                a key was let go, and has been dealt with
  {"kind": "idle"}               nothing waits in Orca's main loop
"""
import json
import os

import orca.speech as speech
from gi.repository import GLib
from orca.input_event import KeyboardEvent

IDLE_MS = 100

pipe = os.fdopen(int(os.environ['SPOKEN_FD']), 'w', buffering=1, encoding='utf-8')
say, say_character, say_all = speech._speak, speech.speakCharacter, speech.sayAll
process_key = KeyboardEvent.process


def write(**event):
    pipe.write(json.dumps(event, ensure_ascii=False) + '\n')


def speak(text, acss, interrupt):
    write(kind='say', text=text)
    return say(text, acss, interrupt)


def speak_character(character, acss=None):
    write(kind='say', text=character)
    return say_character(character, acss)


def read_on(utterances, progress):
    def heard():
        for context, acss in utterances:
            write(kind='say', text=context.utterance)
            yield [context, acss]
    return say_all(heard(), progress)


def process(event):
    try:
        return process_key(event)
    finally:
        if not event.isPressedKey():
            write(kind='key')


def idle():
    """Low in priority, so that it runs only when all that came before has been dealt with."""
    write(kind='idle')
    return True


speech._speak, speech.speakCharacter, speech.sayAll = speak, speak_character, read_on
KeyboardEvent.process = process
GLib.timeout_add(IDLE_MS, idle, priority=GLib.PRIORITY_LOW)
