#!/usr/bin/env python3
# ruff: noqa
# fmt: off
# A one-off generator, kept exactly as it ran: what it made is in tests/data.
"""Build a tiny, real Vosk (Kaldi nnet3) English model from espeak-ng speech.

    python train_toy_vosk.py --out DIR              # train, export, measure
    python train_toy_vosk.py --measure DIR          # only measure a built model

The result is FOR SOFTWARE TESTS ONLY.  It knows a few hundred words spoken by
a formant synthesiser; it was never shown a human voice and must not be given
to real users.

What it does, in order (each step is one section of this file):

1. writes sentences from small templates and synthesises them with
   libespeak-ng, keeping the phoneme times the synthesiser reports;
2. collects a pronunciation lexicon from those phoneme events;
3. adds noise / gain / silence, computes Kaldi MFCCs, and trains a small TDNN
   to name the phone in each 30 ms frame;
4. writes the network and a one-state-per-phone HMM as Kaldi "final.mdl";
5. writes the decoding graph: a lexicon tree as an OpenFst "olabel_lookahead"
   FST (HCLr.fst) and a bigram language model (Gr.fst).  Vosk composes the two
   while decoding, which is also what makes run-time grammars possible;
6. if the `vosk` package is there, measures the model and adds the figures to
   its README.

Dependencies
    Debian:  espeak-ng (libespeak-ng.so.1, tried with 1.51)
    PyPI:    numpy, torch (tried with 2.13.0, CPU), kaldi-native-fbank (1.23),
             vosk (0.3.45, only to measure)
No Kaldi and no OpenFst is needed: both binary formats are written here.
"""

import argparse
import collections
import ctypes
import json
import math
import os
import random
import re
import struct
import subprocess
import sys
import time

import numpy as np

SAMPLE_RATE = 16000
NUM_CEPS = 40

# --------------------------------------------------------------------------
# 1. What is said, and by whom
# --------------------------------------------------------------------------

SLOTS = {
    "greet": "hello|hi|good morning|good afternoon|good evening|hey|hello there|hi there|"
             "excuse me|sorry|welcome",
    "bye": "goodbye|bye|see you later|see you soon|see you tomorrow|have a nice day|"
           "have a good day|take care|good night|have a good evening|nice to meet you",
    "thanks": "thank you|thanks|thank you very much|thanks a lot|many thanks|cheers|"
              "no thank you|thank you so much|that is very kind|that's great",
    "ask": "i would like|i'd like|can i have|could i have|can i get|could i get|may i have|"
           "i want|i'll have|i will have|do you have|i need|we would like|give me|"
           "i'm looking for|have you got",
    "size": "small|large|medium|big|little|hot|cold|fresh|warm|iced",
    "drink": "coffee|tea|water|orange juice|milk|hot chocolate|black coffee|green tea|latte|"
             "apple juice|lemonade|beer|wine|soup|cola",
    "cupof": "cup of|glass of|bottle of|pot of|can of",
    "food": "sandwich|cake|slice of cake|piece of bread|loaf of bread|bagel|muffin|cookie|"
            "biscuit|salad|apple|banana|egg|pizza|burger|pie|cheese sandwich|ham sandwich|"
            "chicken sandwich|croissant|roll|breakfast|lunch|dinner|meal|snack|bag of chips",
    "thing": "bag|receipt|menu|spoon|fork|knife|napkin|newspaper|ticket|table|plate|straw|"
             "box|map|key|pen|book|phone|paper bag|umbrella|chair",
    "with": "with milk|with sugar|without milk|without sugar|with no sugar|with butter|"
            "with cheese|to go|to take away|for here|with lemon|with cream|with salt|"
            "with ice|without ice|with ham|with chicken|with rice|with fish|with fruit|"
            "with salt and pepper|with honey|with jam",
    "num": "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
           "fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|twenty five|"
           "thirty|forty|fifty|sixty|seventy|eighty|ninety|a hundred|a thousand|zero|"
           "twenty one|thirty two|forty three|fifty four|sixty six|ninety nine",
    "day": "monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|"
           "yesterday|the weekend|weekends|next week|this week|next month",
    "month": "january|february|march|april|may|june|july|august|september|october|"
             "november|december",
    "part": "morning|afternoon|evening|night|week|month|year|summer|winter|spring|autumn",
    "time": "{num} o'clock|half past {num}|quarter past {num}|quarter to {num}|noon|midnight|"
            "{num} in the morning|{num} in the evening|{num} at night",
    "pay": "by card|with cash|in cash|with my card|now|later|together|separately|by phone",
    "job": "job|night shift|shift|day shift|position|work|interview|team|manager|office|"
           "company|warehouse|hospital|kitchen|factory|shop|store|school|hotel|restaurant",
    "adj": "nice|lovely|beautiful|great|good|bad|cold|warm|sunny|rainy|windy|cloudy|hot|"
           "wet|quiet|busy|happy|friendly|cute|old|young|new|big|small|tired|hungry|"
           "thirsty|ready|free|late|early|easy|difficult|important|interesting|fine|"
           "okay|nervous|calm|kind|clean|safe|sweet|sick|strong|slow|fast|full|empty|"
           "open|closed|lost|wrong|right|sure|loud|perfect|wonderful|terrible|funny",
    "animal": "dog|cat|bird|puppy|horse|duck|fish",
    "foods": "sandwiches|cakes|apples|bananas|eggs|biscuits|cookies|muffins|burgers|bagels|"
             "rolls|nuts|croissants|pizzas|salads",
    "things": "bags|receipts|menus|spoons|forks|knives|napkins|tickets|tables|plates|cups|"
              "boxes|maps|keys|pens|books|chairs|phones|glasses|bottles|newspapers",
    "animals": "dogs|cats|birds|puppies|horses|ducks|fish",
    "person": "my friend|my mother|my father|my sister|my brother|my wife|my husband|"
              "my son|my daughter|my boss|my neighbour|my teacher|the doctor|the manager|"
              "the driver|the nurse|my family|everyone|nobody|somebody|the customer|"
              "the people|the children|the woman|the man|the girl|the boy|my parents",
    "name": "anna|sam|tom|maria|john|peter|lucy|alex|emma|david|kate|james|sarah|mark",
    "place": "park|library|shop|station|bus stop|bank|post office|hospital|hotel|cafe|"
             "market|supermarket|school|office|toilet|bathroom|river|garden|street|"
             "museum|church|pharmacy|airport|beach|bridge|corner|bench|door|entrance|"
             "exit|city|town|house|home|kitchen|road|car park|gym|cinema|theatre",
    "verb": "work|start|help|wait|pay|go|come|sit|walk|talk|read|write|learn|listen|"
            "sleep|eat|drink|cook|drive|clean|call|ask|answer|stay|leave|stop|finish|"
            "begin|open it|close it|buy it|find it|see it|try it|bring it|take it|"
            "send it|speak|play|run|sing|smile|change it|carry it|move it|check it|"
            "explain it|understand|remember|forget it|practise|study|travel|visit|swim",
    "adv": "slowly|quickly|again|now|today|later|please|here|there|together|alone|outside|"
           "inside|always|never|sometimes|often|usually|soon|tonight|every day|at night|"
           "every week|on time|a little|a bit|carefully|quietly|first|next|maybe|really",
    "skill": "computers|customers|children|machines|tools|food|animals|music|books|people|"
             "cleaning|cooking|driving|languages|english|numbers|security|sales|money",
}

TEMPLATES = """
{greet}|{greet} how are you|{greet} how are you today|{greet} {name}|{bye}|{bye} {name}|{thanks}
{greet} {thanks}|{thanks} {bye}|yes|no|yes please|no thanks|okay|of course|sure|maybe|i don't know
{greet} {ask} a {drink} please|{ask} a {size} {drink} please|{ask} a {size} {drink} {with}
{ask} a {cupof} {drink}|{ask} a {cupof} {drink} please|{ask} a {food} please|{ask} a {food} {with}
{ask} {num} {drink} please|{ask} some {drink} please|{ask} some {food}|{ask} the {thing} please
{ask} a {thing} please|{ask} a {size} {thing}|{ask} a {drink} and a {food} please|{ask} an {food}
{ask} one {food} and two {drink}|and a {food} please|a {size} {drink} please|a {drink} {with} please
how much is it|how much is that|how much is the {food}|how much is the {drink}|how much does it cost
that is {num} dollars|that is {num} pounds|that's {num} dollars and {num} cents|it is {num} pounds {num}
that will be {num} dollars please|it costs {num} euros|here is your {thing}|here you are|here you go
here is your change|keep the change|can i pay {pay}|i would like to pay {pay}|i'll pay {pay}
do you take cards|do you accept cash|would you like a {thing}|would you like a receipt|anything else
is that all|that is all|that's all thank you|that's everything|for here or to go|what would you like
would you like {drink} or {drink}|would you like it {with}|with milk and sugar please|what size
can you repeat that please|could you repeat that|can you say that again|could you speak slowly please
please speak more slowly|sorry i didn't hear you|sorry i don't understand|i don't understand
can you help me please|could you help me|i need help|what does that mean|what is this called
where is the {place}|where is the {place} please|excuse me where is the {place}|how do i get to the {place}
is there a {place} near here|the {place} is on the left|the {place} is on the right|go straight on
turn left at the {place}|turn right at the {place}|it is next to the {place}|it is near the {place}
it is behind the {place}|it is in front of the {place}|is it far from here|it is not far|how far is it
what time is it|it is {time}|at {time}|what time do you open|what time do you close|we close at {time}
we open at {time} on {day}|when does it start|it starts at {time}|it finishes at {time}|when do you finish
see you on {day}|see you at {time}|on {day} in the {part}|on {day} at {time}|in {month}|every {part}
my name is {name}|i am {name}|i'm {name}|what is your name|nice to meet you {name}|this is {person}
where are you from|i am from here|i live near the {place}|do you live near here|do you come here often
i come here every {part}|it is a {adj} day|what a {adj} day|it's {adj} today|it is very {adj} today
the weather is {adj} today|the weather is {adj} isn't it|it is going to rain|i think it will rain|i hope it won't snow
is this seat free|is this bench free|may i sit here|can i sit here|please sit down|do you mind if i sit here
what a {adj} {animal}|your {animal} is very {adj}|is that your {animal}|what is your {animal} called
how old is your {animal}|his name is {name}|her name is {name}|he is {num} years old|she is {num} years old
can i pet your {animal}|does your {animal} like people|i like your {animal}|i have a {animal} too
i have two {animals}|we had a {animal} when i was young|i love {animals}|are you waiting for someone
what are you reading|i am reading a {adj} book|is it a good book|it is about a {animal}|i like to {verb} {adv}
do you like {skill}|i like {skill}|i don't like {skill}|i love {skill} and {skill}|do you want to {verb}
tell me about yourself|why do you want this {job}|why do you want to work here|why do you want to work at night
i want to work the night shift|i can work at night|i can work on {day}|can you work on {day}
can you work nights|can you work weekends|can you start on {day}|i can start on {day}|when can you start
i can start next week|do you have any experience|i have {num} years of experience|i have experience with {skill}
i have worked with {skill}|i worked in a {job} for {num} years|i have worked in a {place}|i worked at a {place} before
i am good with {skill}|i am good at {skill}|i am a hard worker|i learn quickly|i work well with people
i am always on time|i am never late|i am {adj} and {adj}|are you {adj}|i am {adj}|i'm {adj}|we are {adj}
how many hours a week|it is {num} hours a week|how much is the pay|the pay is {num} dollars an hour
the shift starts at {time}|the shift is from {time} to {time}|is there a break|there is a break at {time}
what are the hours|do you have any questions|i have a question|no questions|thank you for your time
thank you for coming|we will call you|we'll call you tomorrow|i will call you on {day}|when will i know
what is your phone number|my number is {num} {num} {num}|what is your address|do you have a car
how did you get here|i came by bus|i came by train|i walked here|i came by car|i took the bus
can you {verb}|can you {verb} {adv}|i can {verb} {adv}|please {verb}|please {verb} {adv}|let's {verb} {adv}
i have to {verb} {adv}|i need to {verb}|i want to {verb} {adv}|i don't want to {verb}|you can {verb} here
you can't {verb} here|we should {verb} {adv}|they {verb} {adv}|{person} can {verb} {adv}|{person} is {adj}
{person} likes {skill}|{person} wants a {food}|{person} has a {adj} {animal}|{person} works in a {place}
{person} is at the {place}|where is {person}|who is {person}|this {food} is {adj}|the {food} is {adj}
the {drink} is too {adj}|the {drink} is {adj}|my {thing} is {adj}|i lost my {thing}|i can't find my {thing}
where is my {thing}|is this your {thing}|that is my {thing}|it's not my {thing}|which {thing} is yours
the {place} is {adj}|the {place} is {adj} today|the {place} is open on {day}|the {place} is closed on {day}
i am going to the {place}|we are going to the {place} on {day}|i was at the {place} yesterday|let's go to the {place}
i like the {place} in the {part}|it was {adj} yesterday|it will be {adj} tomorrow|how was your {part}|how was your day
my {part} was {adj}|i feel {adj}|i feel {adj} today|i'm a little {adj}|don't worry|no problem|it's okay
that's fine|that's right|that's wrong|you are right|i think so|i don't think so|i hope so|me too|so do i|not today
i am sorry|i'm sorry i am late|sorry about that|sorry to keep you waiting|just a moment please|one moment please
wait a minute please|are you ready to order|i am ready to order|can i take your order|could we have the bill please
is it spicy|i am allergic to {foods}|do you have anything without {food}|{num} {foods} please|{num} {num} {num}
turn it on|turn it off|it doesn't work|it is broken|what happened|who are you|why not|how about {day}
what about {time}|which one|this one|that one|these ones please|those are {adj}|both please|the other one please
what do you do|i work in a {place}|i am a student|i am a teacher|are you a student|i study at the {place}
do you speak english|i speak a little english|how do you say that in english|i am learning english
i would love to|that sounds {adj}|that would be {adj}|it was {adj} to meet you|it was nice talking to you
what do you think|i think it is {adj}|if it is {adj} i will {verb}|because it is {adj}|but it is {adj}
what can i get you|i would like to ask a question|do you have any {foods}|{num} {things} please
{num} cups of {drink}|{num} bottles of {drink} please|{num} glasses of {drink}|{ask} {num} {foods}
this is for you|this is for {person}|is this for me|for {num} days|for {num} months|for {num} hours
wait for me|wait for {person}|thank you for your help|thank you for waiting|for the {animal}
it is too {adj}|it is too {adj} for me|they are too {adj}|two {things}|two {foods}|the two {animals}
do you have any {drink}|there are many people|there is a {place} over there|are there any {things} left
happy birthday|congratulations|good luck|well done|be careful|look at the {animal}|look over there
"""

# Words that should be known although no template uses them.
EXTRA_WORDS = """
price sale cheap expensive size colour red blue green white black yellow brown coat shoes shirt
only same different another each all some few more less most enough nothing something
second third last before after during until since between under above around through across
could should would must might shall been being done gone made said told seen given taken
second minute hour hours minutes days weeks months years us him them our their its
finished forgot raining bought paid lives comes goes makes gets ordered started left
""".split()

TRAIN_ACCENTS = [("gmw/en-US", 40), ("gmw/en", 35), ("gmw/en-GB-x-rp", 9),
                 ("gmw/en-GB-scotland", 8), ("gmw/en-US-nyc", 8)]
TRAIN_VARIANTS = ["", "", "", "", "m1", "m2", "m3", "m5", "m6", "m7", "f1", "f2", "f4", "f5",
                  "Alex", "Andrea", "Annie", "Denis", "Diogo", "Hugo", "Jacky", "Lee", "Marco",
                  "Michael", "Mike", "adam", "anika", "belinda", "benjamin", "boris", "caleb",
                  "david", "ed", "edward", "grandma", "gustave", "iven", "iven2", "john",
                  "linda", "max", "michel", "norbert", "pablo", "paul", "pedro", "quincy", "rob",
                  "robert", "sandro", "shelby", "steph", "steph2", "travis", "victor", "zac"]
# Never used in training:
HELD_OUT_VARIANTS = ["m4", "m8", "f3", "Andy", "Gene", "antonio", "marcelo", "miguel"]
HELD_OUT_SPEEDS = [140, 165]           # training avoids 137..143 and 162..168 wpm
UNSEEN_ACCENTS = ["gmw/en-029", "gmw/en-GB-x-gbclan", "gmw/en-GB-x-gbcwmd"]

# Written by hand, not from the templates; checked to be absent from training.
TEST_SENTENCES = """
hello could i have two cups of tea and a slice of cake
good morning i would like a small coffee without sugar please
sorry can you say the price again more slowly please
how much is the large bottle of water
i need a bag and the receipt please
can i pay for everything together with my card
do you have fresh bread on saturday morning
here is twenty pounds and please keep the change
thank you very much and have a lovely weekend
could you tell me where the library is please
is the bus stop near the park or the station
what a lovely puppy how old is she
may i sit on this bench with you
the weather is cold and windy this week
my dog likes to run and swim in the river
i come to the park every morning with my daughter
are you reading a good book today
nice to meet you my name is emma
it was very nice talking to you see you again soon
i want to work nights because it is quiet
i have four years of experience in a hospital kitchen
can you start the night shift next monday at ten
i can work weekends but not on friday evening
do you have any questions about the job
how many hours is the shift and is there a break
i worked in a warehouse for six months last year
i am calm friendly and always on time
why do you want to leave your old job
i think i can learn quickly with a good team
we will call you on thursday afternoon thank you for coming
my phone number is seven three nine five two eight
it starts at half past eleven at night
please wait a moment i need help with this box
i don't understand could you repeat the question
excuse me is this chair free
no thank you that is all for today
what time does the pharmacy close tonight
turn left at the bank and go straight on to the bridge
i'm sorry i am a little late and very tired
would your brother like a cheese sandwich or a salad
the soup is too hot but the bread is wonderful
i'd like a glass of orange juice with ice
they always drink black coffee in the office
is there a cheap hotel around the corner
the second train was late so i took the bus
my mother has a white cat and a brown dog
let's go outside and walk around the garden together
can you bring me another spoon and a napkin
he said the museum is closed until next month
i feel nervous before the interview
""".strip().split("\n")

# Written after the errors of a first model on the list above had been looked at
# (templates such as "for {num} months" were added then); nothing was tuned on these.
FRESH_SENTENCES = """
hi could we get a table for four people please
i want a piece of pie and a glass of cold milk
does the chicken sandwich come with salad or chips
that's eleven pounds fifty would you like to pay with cash
sorry i forgot my bag can you wait a minute
the small yellow bird is behind the bench
my son is six and he is learning to swim
is your horse old or young
it was raining on wednesday but today is perfect
do you walk here every afternoon with your cat
i finished school in june and i am looking for work
i can drive and i like to help customers
the manager is very busy please call again tomorrow
we need somebody for the night shift in the factory
my last job was in a hotel near the airport
could you explain the first question again please
i'm never late and i don't mind hard work
see you on tuesday at quarter past nine
where can i buy a train ticket and a newspaper
goodbye and good luck with your new job
""".strip().split("\n")

GRAMMAR_PHRASES = [
    "hello", "good morning", "thank you very much", "can i have a coffee please",
    "how much is it", "do you have a bag", "could you repeat that please",
    "i can start next week", "nice to meet you", "goodbye"]

OUT_OF_GRAMMAR = [
    "the weather is cold and windy", "my dog likes to run in the river",
    "turn left at the bank", "seven three nine five two", "i worked in a warehouse",
    "would you like a cheese sandwich", "where is the library"]


def expand_template(template, rng):
    """Fill every {slot} of a template with a random alternative (slots nest)."""
    while "{" in template:
        template = re.sub(r"\{(\w+)\}",
                          lambda m: rng.choice(SLOTS[m.group(1)].split("|")), template, count=1)
    return fix_articles(template)


def fix_articles(sentence):
    """'a apple' -> 'an apple' and the like."""
    sentence = re.sub(r"\ba (?=(apple|egg|iced|umbrella|old|early|easy|important|interesting|"
                      r"open|empty|office|orange|airport|exit|interview|entrance)\b)",
                      "an ", sentence)
    sentence = re.sub(r"\ban (?!(apple|egg|iced|umbrella|old|early|easy|important|interesting|"
                      r"open|empty|office|orange|airport|exit|interview|hour|entrance)\b)",
                      "a ", sentence)
    return sentence


def all_templates():
    return [t for line in TEMPLATES.strip().split("\n") for t in line.split("|") if t]


def make_sentences(count, rng):
    """Template sentences for the language model and half of the audio."""
    templates = all_templates()
    banned = set(TEST_SENTENCES + FRESH_SENTENCES)
    sentences = []
    while len(sentences) < count:
        sentence = expand_template(rng.choice(templates), rng)
        if sentence not in banned:
            sentences.append(sentence)
    return sentences


def make_vocabulary():
    """Every word any template can produce, plus the extra words."""
    text = " ".join(all_templates()) + " " + " ".join(SLOTS.values()) + " an "
    text = re.sub(r"\{\w+\}", " ", text).replace("|", " ")
    words = set(text.split()) | set(EXTRA_WORDS)
    return sorted(words)


# --------------------------------------------------------------------------
# 2. Speech synthesis with phoneme times
# --------------------------------------------------------------------------

class EspeakEvent(ctypes.Structure):
    """espeak_EVENT of speak_lib.h."""
    class Id(ctypes.Union):
        _fields_ = [("number", ctypes.c_int), ("name", ctypes.c_void_p),
                    ("text", ctypes.c_ubyte * 8)]
    _fields_ = [("type", ctypes.c_int), ("unique", ctypes.c_uint),
                ("text_position", ctypes.c_int), ("length", ctypes.c_int),
                ("audio_ms", ctypes.c_int), ("sample", ctypes.c_int),
                ("user", ctypes.c_void_p), ("id", Id)]


class Espeak:
    """libespeak-ng driven through ctypes: text in, samples and phones out."""
    WORD, PHONEME = 1, 7
    RATE, PITCH, RANGE = 1, 3, 4

    def __init__(self):
        self.lib = ctypes.CDLL("libespeak-ng.so.1")
        retrieval, phoneme_events, ipa = 1, 1, 2
        self.rate = self.lib.espeak_Initialize(retrieval, 0, None, phoneme_events | ipa)
        if self.rate <= 0:
            raise RuntimeError("espeak-ng would not start")
        callback_type = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short),
                                         ctypes.c_int, ctypes.POINTER(EspeakEvent))
        self._callback = callback_type(self._on_audio)
        self.lib.espeak_SetSynthCallback(self._callback)
        self._audio, self._events = bytearray(), []

    def _on_audio(self, samples, count, events):
        if samples and count > 0:
            self._audio.extend(ctypes.string_at(samples, count * 2))
        i = 0
        while events[i].type:
            event, text = events[i], ""
            if event.type == self.PHONEME:
                text = bytes(event.id.text).split(b"\0")[0].decode("utf-8", "ignore")
            self._events.append((event.type, event.text_position, event.sample, text))
            i += 1
        return 0

    def say(self, text, voice, speed=160, pitch=50, pitch_range=50):
        """-> (float samples at self.rate, [(word index or None, start_s, phone)]).

        An empty phone name is a pause.  Phones come in time order.
        """
        if self.lib.espeak_SetVoiceByName(voice.encode()) != 0:
            raise ValueError("no such espeak-ng voice: " + voice)
        for parameter, value in ((self.RATE, speed), (self.PITCH, pitch),
                                 (self.RANGE, pitch_range)):
            self.lib.espeak_SetParameter(parameter, value, 0)
        self._audio, self._events = bytearray(), []
        data = text.encode()
        self.lib.espeak_Synth(data, len(data) + 1, 0, 1, 0, 1, None, None)
        self.lib.espeak_Synchronize()
        samples = np.frombuffer(bytes(self._audio), np.int16).astype(np.float32)
        starts = {m.start() + 1: i for i, m in enumerate(re.finditer(r"\S+", text))}
        phones, word, word_start = [], None, None
        for kind, position, sample, name in self._events:
            if kind == self.WORD:
                word = starts.get(position, word)
                word_start = sample
            elif kind == self.PHONEME:
                # A closure before the first phone belongs to that phone.
                begin = word_start if word_start is not None and name else sample
                phones.append((word if name else None, begin / self.rate, name))
                word_start = None if name else word_start
        return samples, phones


def resample(samples, rate_in, rate_out=SAMPLE_RATE):
    """Band-limited resampling of a whole utterance through the FFT."""
    g = math.gcd(rate_in, rate_out)
    up, down = rate_out // g, rate_in // g
    padded = np.concatenate([samples, np.zeros((-len(samples)) % down + down * 4, np.float32)])
    spectrum = np.fft.rfft(padded)
    n_out = len(padded) // down * up
    spectrum = spectrum[:n_out // 2 + 1]
    spectrum = np.pad(spectrum, (0, n_out // 2 + 1 - len(spectrum)))
    out = np.fft.irfft(spectrum, n_out) * (n_out / len(padded))
    return out[:int(len(samples) * rate_out / rate_in)].astype(np.float32)


def random_voice(rng):
    accents, weights = zip(*TRAIN_ACCENTS)
    accent = rng.choices(accents, weights)[0]
    variant = rng.choice(TRAIN_VARIANTS)
    return accent + ("+" + variant if variant else "")


def random_speed(rng):
    while True:
        speed = rng.randint(105, 200)
        if all(abs(speed - held_out) > 3 for held_out in HELD_OUT_SPEEDS):
            return speed


# --------------------------------------------------------------------------
# 3. Features, labels, lexicon
# --------------------------------------------------------------------------

MFCC_CONF = """\
--use-energy=false
--sample-frequency=16000
--num-mel-bins={n}
--num-ceps={n}
--low-freq=20
--high-freq=-400
--dither=0
""".format(n=NUM_CEPS)


def make_mfcc():
    """A kaldi-native-fbank option set equal to MFCC_CONF."""
    import kaldi_native_fbank as knf
    options = knf.MfccOptions()
    options.frame_opts.samp_freq = SAMPLE_RATE
    options.frame_opts.dither = 0
    options.use_energy = False
    options.num_ceps = NUM_CEPS
    options.mel_opts.num_bins = NUM_CEPS
    options.mel_opts.low_freq = 20
    options.mel_opts.high_freq = -400

    def compute(samples):
        """samples in the int16 range -> (frames, NUM_CEPS)"""
        extractor = knf.OnlineMfcc(options)
        extractor.accept_waveform(SAMPLE_RATE, samples.tolist())
        extractor.input_finished()
        return np.stack([extractor.get_frame(i)
                         for i in range(extractor.num_frames_ready)]).astype(np.float32)
    return compute


def distort(samples, nrng):
    """Random gain, tilt, light room echo and noise; samples in int16 range."""
    out = samples * float(np.exp(nrng.uniform(math.log(0.08), math.log(1.6))))
    if nrng.random() < 0.25:                                   # spectral tilt
        out[1:] -= float(nrng.uniform(-0.5, 0.5)) * out[:-1].copy()
    if nrng.random() < 0.2:                                    # small room
        length = int(nrng.uniform(0.05, 0.2) * SAMPLE_RATE)
        tail = nrng.standard_normal(length) * np.exp(-np.arange(length) * 6.9 / length)
        tail *= float(nrng.uniform(0.1, 0.4)) / np.sqrt((tail ** 2).sum())
        tail[0] = 1.0
        n = 1 << (len(out) + length - 1).bit_length()
        out = np.fft.irfft(np.fft.rfft(out, n) * np.fft.rfft(tail, n), n)[:len(out)]
    if nrng.random() < 0.6:                                    # noise
        noise = nrng.standard_normal(len(out))
        if nrng.random() < 0.6:                                # make it darker
            spectrum = np.fft.rfft(noise)
            spectrum /= np.maximum(np.arange(len(spectrum)) / len(spectrum), 0.01) ** float(
                nrng.uniform(0.3, 1.0))
            noise = np.fft.irfft(spectrum, len(noise))
        level = np.sqrt((out ** 2).mean() + 1.0) / np.sqrt((noise ** 2).mean())
        out = out + noise * level * 10 ** (-float(nrng.uniform(8, 45)) / 20)
    return np.clip(np.round(out), -32768, 32767).astype(np.float32)


SIL, SPN = 0, 1        # network classes: silence, "any speech at all"; phones follow


def frame_labels(phones, offset_s, num_frames, phone_ids):
    """Phone class of each 30 ms output frame; every phone gets a frame if it can."""
    labels = np.full(num_frames, SIL, np.int64)
    earliest = 0
    starts = []
    for _, start, name in phones:
        frame = int(math.ceil((start + offset_s - 0.0125) / 0.03))
        frame = max(frame, earliest)
        starts.append((frame, phone_ids.get(name, SIL)))
        earliest = frame + 1 if name else frame
    starts.append((num_frames, SIL))
    for (begin, label), (end, _) in zip(starts, starts[1:]):
        labels[begin:max(end, begin)] = label
    return labels


def collect_lexicon(utterances, vocabulary, keep=0.04):
    """Word -> {pronunciation: relative count}, from the synthesiser's own phones."""
    counts = collections.defaultdict(collections.Counter)
    for text, phones in utterances:
        words = text.split()
        spoken = collections.defaultdict(list)
        for index, _, name in phones:
            if index is not None and name:
                spoken[index].append(name)
        for index, word in enumerate(words):
            # A word with no phones was swallowed into its neighbour: skip both.
            swallowed = index + 1 < len(words) and not spoken.get(index + 1)
            if spoken.get(index) and not swallowed:
                counts[word][tuple(spoken[index])] += 1
    lexicon = {}
    for word in vocabulary:
        if not counts[word]:
            raise RuntimeError("no pronunciation seen for " + word)
        best = max(counts[word].values())
        lexicon[word] = {p: c / best for p, c in counts[word].items() if c >= keep * best}
    return lexicon


def build_corpus(args, vocabulary, sentences, log):
    """Synthesise the training speech -> (features, labels, lexicon, phone names)."""
    rng = random.Random(args.seed)
    nrng = np.random.default_rng(args.seed)
    speaker, mfcc = Espeak(), make_mfcc()
    jobs = []
    for accent, _ in TRAIN_ACCENTS:                            # each word alone, for the lexicon
        jobs += [(w, accent, 150) for w in vocabulary]
    lexicon_only = len(jobs)
    for i in range(args.utterances):
        if i % 2:
            text = rng.choice(sentences)
        else:
            text = " ".join(rng.choices(vocabulary, k=rng.randint(2, 7)))
        jobs.append((text, random_voice(rng), random_speed(rng)))
    spoken, kept = [], []
    for number, (text, voice, speed) in enumerate(jobs):
        samples, phones = speaker.say(text, voice, speed, rng.randint(25, 75), rng.randint(20, 80))
        spoken.append((text, phones))
        if number >= lexicon_only or number % 3 == 0:
            kept.append((samples, phones))
    lexicon = collect_lexicon(spoken, vocabulary)
    names = sorted({p for prons in lexicon.values() for pron in prons for p in pron})
    phone_ids = {"": SIL, **{name: i + 2 for i, name in enumerate(names)}}
    log("%d utterances, %d words, %d pronunciations, %d phones" % (
        len(kept), len(vocabulary), sum(map(len, lexicon.values())), len(names)))
    features, labels, seconds = [], [], 0.0
    for samples, phones in kept:
        lead = int(rng.choice([0.0, 0.05, 0.2, 0.4, 0.8]) * SAMPLE_RATE)
        tail = int(rng.choice([0.1, 0.3, 0.6, 1.0]) * SAMPLE_RATE)
        # Playing it faster or slower moves the formants too: more kinds of voice.
        factor = rng.uniform(0.86, 1.16) if rng.random() < 0.6 else 1.0
        played_at = round(speaker.rate * factor / 50) * 50
        phones = [(word, start * speaker.rate / played_at, name) for word, start, name in phones]
        audio = np.concatenate([np.zeros(lead), resample(samples, played_at), np.zeros(tail)])
        feats = mfcc(distort(audio, nrng))
        features.append(feats)
        labels.append(frame_labels(phones, lead / SAMPLE_RATE, (len(feats) + 2) // 3, phone_ids))
        seconds += len(audio) / SAMPLE_RATE
    for _ in range(len(kept) // 60):                           # nothing but silence or noise
        feats = mfcc(distort(np.zeros(int(nrng.uniform(1, 4) * SAMPLE_RATE)), nrng))
        features.append(feats)
        labels.append(np.zeros((len(feats) + 2) // 3, np.int64))
    log("%.2f hours of training audio" % (seconds / 3600))
    return features, labels, lexicon, names


# --------------------------------------------------------------------------
# 4. The acoustic model
# --------------------------------------------------------------------------

SPN_SHARE = 0.2

# Per layer: the frame offsets it splices (10 ms frames).  All layers run at
# every third frame, so from layer 2 on the offsets are multiples of 3.
LAYER_OFFSETS = [list(range(-3, 4)), [-3, 0, 3], [-3, 0, 3], [-6, 0, 6], [-6, 0, 6]]
CONTEXT = sum(max(offsets) for offsets in LAYER_OFFSETS)


def make_network(num_classes, width):
    import torch

    class Tdnn(torch.nn.Module):
        """Convolution + ReLU + batch norm, five times, then a linear layer."""

        def __init__(self):
            super().__init__()
            self.convs, self.norms = torch.nn.ModuleList(), torch.nn.ModuleList()
            dim = NUM_CEPS
            for number, offsets in enumerate(LAYER_OFFSETS):
                step = offsets[1] - offsets[0]
                self.convs.append(torch.nn.Conv1d(
                    dim, width, len(offsets), stride=1 if number else 3,
                    dilation=step // 3 if number else step))
                self.norms.append(torch.nn.BatchNorm1d(width))
                dim = width
            self.out = torch.nn.Conv1d(width, num_classes, 1)

        def forward(self, x):
            for conv, norm in zip(self.convs, self.norms):
                x = norm(torch.relu(conv(x)))
            return self.out(x)

    return Tdnn()


def pad_context(feats, num_outputs):
    """Repeat the first and last frame, as Kaldi does, to give num_outputs frames."""
    needed = (num_outputs - 1) * 3 + 1 + 2 * CONTEXT
    left = np.repeat(feats[:1], CONTEXT, 0)
    right = np.repeat(feats[-1:], max(0, needed - CONTEXT - len(feats)), 0)
    return np.concatenate([left, feats, right])[:needed]


def train_network(features, labels, num_classes, args, log):
    """Frame-wise cross-entropy training -> (network, mean, scale, class priors).

    Every speech frame also counts as SPN_SHARE of an "SPN" frame, so that the
    network's SPN output becomes SPN_SHARE * p(speech | sound): a yardstick for
    "some speech, never mind which", which is what the word [unk] is made of.
    """
    import torch
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    sample = np.concatenate(features[::7])
    mean, scale = sample.mean(0), 1.0 / sample.std(0)
    features = [(f - mean) * scale for f in features]
    order = sorted(range(len(features)), key=lambda i: len(labels[i]))
    batches, batch = [], []
    for i in order:
        batch.append(i)
        if sum(len(labels[j]) for j in batch) > 2500:
            batches.append(batch)
            batch = []
    batches.append(batch) if batch else None
    held_out, batches = batches[::40], [b for k, b in enumerate(batches) if k % 40]

    def tensors(indices):
        longest = max(len(labels[i]) for i in indices)
        x = np.stack([pad_context(features[i], longest) for i in indices])
        y = np.full((len(indices), longest), -100, np.int64)
        for row, i in enumerate(indices):
            y[row, :len(labels[i])] = labels[i]
        return torch.from_numpy(x.transpose(0, 2, 1).astype(np.float32)), torch.from_numpy(y)

    network = make_network(num_classes, args.width)
    log("network: %d parameters" % sum(p.numel() for p in network.parameters()))
    optimizer = torch.optim.AdamW(network.parameters(), lr=args.lr, weight_decay=1e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, args.lr, total_steps=args.epochs * len(batches), pct_start=0.15)
    loss_of = torch.nn.CrossEntropyLoss(ignore_index=-100)
    rng = random.Random(args.seed)
    for epoch in range(args.epochs):
        network.train()
        rng.shuffle(batches)
        total, began = 0.0, time.time()
        for indices in batches:
            x, y = tensors(indices)
            logits = network(x)
            spn = torch.where(y > SPN, SPN, y)
            loss = (1 - SPN_SHARE) * loss_of(logits, y) + SPN_SHARE * loss_of(logits, spn)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            total += float(loss.detach())
        network.eval()
        with torch.no_grad():
            right = count = 0
            for indices in held_out:
                x, y = tensors(indices)
                mask = y >= 0
                right += int(((network(x).argmax(1) == y) & mask).sum())
                count += int(mask.sum())
        log("epoch %2d  loss %.3f  held-out frame accuracy %.3f  (%.0f s)" % (
            epoch + 1, total / len(batches), right / count, time.time() - began))
    priors = np.bincount(np.concatenate(labels), minlength=num_classes).astype(np.float64) + 10
    priors /= priors.sum()
    priors[SPN + 1:] *= 1 - SPN_SHARE
    priors[SPN] = SPN_SHARE        # so SPN's log-likelihood is log p(speech | sound)
    return network, mean, scale, priors


def to_affine_layers(network, mean, scale):
    """Fold input scaling and batch norm away -> [(weights, bias)] in Kaldi's order.

    Kaldi's Append() puts whole frames side by side, so a convolution kernel
    (out, in, tap) becomes (out, tap, in).
    """
    layers = []
    gain, shift = scale.astype(np.float64), -mean.astype(np.float64) * scale
    modules = list(network.convs) + [network.out]
    for number, conv in enumerate(modules):
        kernel = conv.weight.detach().numpy().astype(np.float64).transpose(0, 2, 1)
        bias = conv.bias.detach().numpy().astype(np.float64) + (kernel * shift).sum((1, 2))
        layers.append(((kernel * gain).reshape(kernel.shape[0], -1), bias))
        if number < len(network.norms):
            norm = network.norms[number]
            gain = (norm.weight / (norm.running_var + norm.eps).sqrt()).detach().numpy()
            gain = gain.astype(np.float64)
            shift = norm.bias.detach().numpy() - norm.running_mean.numpy() * gain
    return layers


# --------------------------------------------------------------------------
# 5. Kaldi's final.mdl
# --------------------------------------------------------------------------

class KaldiWriter:
    """Kaldi's binary stream conventions."""

    def __init__(self):
        self.data = bytearray(b"\0B")

    def token(self, text):
        self.data += text.encode() + b" "

    def int32(self, value):
        self.data += struct.pack("<bi", 4, value)

    def float32(self, value):
        self.data += struct.pack("<bf", 4, value)

    def float64(self, value):
        self.data += struct.pack("<bd", 8, value)

    def int_vector(self, values):
        self.data += struct.pack("<bi", 4, len(values)) + np.array(values, "<i4").tobytes()

    def vector(self, values):
        self.token("FV")
        self.int32(len(values))
        self.data += np.asarray(values, "<f4").tobytes()

    def matrix(self, values):
        """Written as a 16-bit CompressedMatrix, which Kaldi reads as a Matrix."""
        low, high = float(values.min()), float(values.max())
        self.token("CM2")
        self.data += struct.pack("<ffii", low, high - low, *values.shape)
        codes = np.round((values - low) / (high - low) * 65535)
        self.data += codes.astype("<u2").tobytes()


class PhoneTable:
    """Kaldi phone numbers: SIL, SPN, then each phone in its four word positions."""
    SIL, SPN = 1, 2
    POSITIONS = "BIES"                                         # begin, inside, end, singleton
    BOUNDARY = {"B": "begin", "I": "internal", "E": "end", "S": "singleton"}

    def __init__(self, names):
        self.names = names
        self.number = {("SIL", ""): self.SIL, ("SPN", ""): self.SPN}
        for name in names:
            for position in self.POSITIONS:
                self.number[name, position] = len(self.number) + 1

    def pdf(self, phone):
        """Output class of the network for a Kaldi phone number."""
        return phone - 1 if phone <= self.SPN else (phone - 3) // len(self.POSITIONS) + 2

    def count(self):
        return len(self.number)

    # One HMM state per phone, so transition-state == phone number, and its two
    # transition-ids are: 2p-1 the self-loop, 2p leaving the state.
    @staticmethod
    def leave(phone):
        return 2 * phone

    @staticmethod
    def loop(phone):
        return 2 * phone - 1


SELF_LOOP_PROBABILITY = 0.5


def write_final_mdl(path, phones, layers, priors):
    """TransitionModel followed by AmNnetSimple."""
    out = KaldiWriter()
    count = phones.count()
    out.token("<TransitionModel>")
    out.token("<Topology>")
    out.int_vector(range(1, count + 1))
    out.int_vector([-1] + [0] * count)
    out.int32(1)                                               # one topology entry
    out.int32(2)                                               # two states
    out.int32(0)                                               # state 0: pdf-class 0
    out.int32(2)                                               # with two transitions
    out.int32(0)
    out.float32(SELF_LOOP_PROBABILITY)
    out.int32(1)
    out.float32(1 - SELF_LOOP_PROBABILITY)
    out.int32(-1)                                              # state 1: final, no pdf
    out.int32(0)
    out.token("</Topology>")
    out.token("<Triples>")
    out.int32(count)
    for phone in range(1, count + 1):
        out.int32(phone)
        out.int32(0)
        out.int32(phones.pdf(phone))
    out.token("</Triples>")
    out.token("<LogProbs>")
    log_loop, log_leave = math.log(SELF_LOOP_PROBABILITY), math.log(1 - SELF_LOOP_PROBABILITY)
    out.vector([0.0] + [log_loop, log_leave] * count)
    out.token("</LogProbs>")
    out.token("</TransitionModel>")

    out.token("<Nnet3>")
    lines = ["", "input-node name=input dim=%d" % NUM_CEPS]
    components, previous = [], "input"
    for number, offsets in enumerate(LAYER_OFFSETS):
        name = "tdnn%d" % (number + 1)
        splice = ", ".join("Offset(%s, %d)" % (previous, o) if o else previous for o in offsets)
        lines.append("component-node name=%s.affine component=%s.affine input=Append(%s)"
                     % (name, name, splice))
        lines.append("component-node name=%s.relu component=%s.relu input=%s.affine"
                     % (name, name, name))
        components += [(name + ".affine", layers[number]), (name + ".relu", "RectifiedLinear")]
        previous = name + ".relu"
    lines.append("component-node name=output.affine component=output.affine input=" + previous)
    lines.append("component-node name=output.log-softmax component=output.log-softmax "
                 "input=output.affine")
    lines.append("output-node name=output input=output.log-softmax objective=linear")
    components += [("output.affine", layers[-1]), ("output.log-softmax", "LogSoftmax")]
    out.data += ("\n".join(lines) + "\n\n").encode()
    out.token("<NumComponents>")
    out.int32(len(components))
    dim = 0
    for name, what in components:
        out.token("<ComponentName>")
        out.token(name)
        if isinstance(what, str):
            out.token("<%sComponent>" % what)
            out.token("<Dim>")
            out.int32(dim)
            out.token("<ValueAvg>")
            out.vector([])
            out.token("<DerivAvg>")
            out.vector([])
            out.token("<Count>")
            out.float64(0.0)
            out.token("</%sComponent>" % what)
        else:
            weights, bias = what
            dim = len(bias)
            out.token("<AffineComponent>")
            out.token("<LearningRate>")
            out.float32(0.001)
            out.token("<LinearParams>")
            out.matrix(weights)
            out.token("<BiasParams>")
            out.vector(bias)
            out.token("</AffineComponent>")
    out.token("</Nnet3>")
    out.token("<LeftContext>")
    out.int32(CONTEXT)
    out.token("<RightContext>")
    out.int32(CONTEXT)
    out.token("<Priors>")
    out.vector(priors)
    with open(path, "wb") as f:
        f.write(out.data)


# --------------------------------------------------------------------------
# 6. The decoding graph
# --------------------------------------------------------------------------

class Fst:
    """A weighted transducer in memory; arcs are (input, output, cost, next state)."""

    def __init__(self):
        self.arcs, self.final = [], {}

    def state(self):
        self.arcs.append([])
        return len(self.arcs) - 1

    def arc(self, source, inp, outp, cost, target):
        self.arcs[source].append((inp, outp, float(cost), target))


EXPANDED, ACCEPTOR, NOT_ACCEPTOR = 0x1, 0x10000, 0x20000
ILABEL_SORTED, OLABEL_SORTED = 0x10000000, 0x40000000


def fst_header(fst_type, version, properties, states, arcs):
    def string(text):
        return struct.pack("<i", len(text)) + text.encode()
    return (struct.pack("<i", 2125659606) + string(fst_type) + string("standard")
            + struct.pack("<iiQqqq", version, 0, properties, 0, states, arcs))


def const_fst_bytes(fst, properties):
    """OpenFst ConstFst, unaligned (version 2); start state 0."""
    states, arcs, position = bytearray(), bytearray(), 0
    for number, leaving in enumerate(fst.arcs):
        states += struct.pack("<fIIII", fst.final.get(number, math.inf), position, len(leaving),
                              sum(a[0] == 0 for a in leaving), sum(a[1] == 0 for a in leaving))
        for inp, outp, cost, target in leaving:
            arcs += struct.pack("<iifi", inp, outp, cost, target)
        position += len(leaving)
    header = fst_header("const", 2, EXPANDED | properties, len(fst.arcs), position)
    return header + bytes(states) + bytes(arcs)


def write_grammar_fst(path, fst):
    for leaving in fst.arcs:
        leaving.sort(key=lambda a: a[0])
    with open(path, "wb") as f:
        f.write(const_fst_bytes(fst, ACCEPTOR | ILABEL_SORTED | OLABEL_SORTED))


def reachable_outputs(fst, final_label):
    """For each state: the set of output labels that can come first after it."""
    sets = [set() for _ in fst.arcs]
    sources = [[] for _ in fst.arcs]
    work = collections.deque()
    for state, leaving in enumerate(fst.arcs):
        for _, outp, _, target in leaving:
            if outp:
                sets[state].add(outp)
            else:
                sources[target].append(state)
        if state in fst.final:
            sets[state].add(final_label)
        work.append(state)
    while work:
        state = work.popleft()
        for source in sources[state]:
            if not sets[state] <= sets[source]:
                sets[source] |= sets[state]
                work.append(source)
    return sets


def write_lookahead_fst(path, fst, final_label):
    """OpenFst "olabel_lookahead": a ConstFst plus the labels reachable per state."""
    for leaving in fst.arcs:
        leaving.sort(key=lambda a: a[1])
    properties = NOT_ACCEPTOR | OLABEL_SORTED
    inner = const_fst_bytes(fst, properties)
    out = bytearray(fst_header("olabel_lookahead", 1, EXPANDED | properties, len(fst.arcs),
                               sum(map(len, fst.arcs))))
    out += struct.pack("<i", 446681434) + inner                # add-on magic number
    out += struct.pack("<???", True, False, True)              # add-on: no first, a second
    out += struct.pack("<??i", False, False, final_label)      # output side; no relabelling
    sets = reachable_outputs(fst, final_label)
    out += struct.pack("<q", len(sets))
    for labels in sets:
        intervals = []
        for label in sorted(labels):
            if intervals and intervals[-1][1] == label:
                intervals[-1][1] = label + 1
            else:
                intervals.append([label, label + 1])
        out += struct.pack("<q", len(intervals))
        for begin, end in intervals:
            out += struct.pack("<ii", begin, end)
        out += struct.pack("<i", len(labels))
    with open(path, "wb") as f:
        f.write(out)


def number_words(lexicon):
    """Word ids in order of first pronunciation, so lookahead intervals stay short."""
    order = sorted(lexicon, key=lambda w: max(lexicon[w], key=lexicon[w].get))
    return {"<eps>": 0, **{word: i + 1 for i, word in enumerate(order + ["[unk]"])}}


def build_lexicon_fst(lexicon, word_ids, phones, unk_cost):
    """H o C o L as one transducer over transition-ids.

    State 0 is "between words".  Words share a tree of begin/inside phones; the
    last phone carries the word label and leads to one shared state per end
    phone.  "[unk]" is the one phone SPN.  (A loop over all phones would do
    too, but it makes Vosk's lattice determinisation explode.)
    """
    fst = Fst()
    hub = fst.state()
    fst.final[hub] = 0.0
    log_loop = -math.log(SELF_LOOP_PROBABILITY)
    log_leave = -math.log(1 - SELF_LOOP_PROBABILITY)

    def phone_state(phone):
        state = fst.state()
        fst.arc(state, phones.loop(phone), 0, log_loop, state)
        return state

    def enter(source, phone, word, cost, target):
        fst.arc(source, phones.leave(phone), word, log_leave + cost, target)

    silence = phone_state(PhoneTable.SIL)
    enter(hub, PhoneTable.SIL, 0, 0.7, silence)
    fst.arc(silence, 0, 0, 0.0, hub)
    last = {}
    for name in phones.names:
        for position in "ES":
            phone = phones.number[name, position]
            last[phone] = phone_state(phone)
            fst.arc(last[phone], 0, 0, 0.0, hub)
    tree = {}
    for word, pronunciations in lexicon.items():
        for pronunciation, weight in pronunciations.items():
            state = hub
            for i, name in enumerate(pronunciation[:-1]):
                phone = phones.number[name, "I" if i else "B"]
                if (state, phone) not in tree:
                    tree[state, phone] = phone_state(phone)
                    enter(state, phone, 0, 0.0, tree[state, phone])
                state = tree[state, phone]
            phone = phones.number[pronunciation[-1], "E" if len(pronunciation) > 1 else "S"]
            enter(state, phone, word_ids[word], -math.log(weight), last[phone])
    speech = phone_state(PhoneTable.SPN)
    enter(hub, PhoneTable.SPN, word_ids["[unk]"], unk_cost, speech)
    fst.arc(speech, 0, 0, 0.0, hub)
    return fst


def build_bigram_fst(sentences, word_ids, discount=0.6, uniform=0.25):
    """Back-off bigram acceptor; every word keeps a fair unigram probability."""
    unigrams, bigrams = collections.Counter(), collections.defaultdict(collections.Counter)
    for sentence in sentences:
        history = "<s>"
        for word in sentence.split() + ["</s>"]:
            unigrams[word] += 1
            bigrams[history][word] += 1
            history = word
    words = [w for w in word_ids if w not in ("<eps>", "[unk]")]
    total = sum(unigrams.values())
    unigram = {w: (1 - uniform) * unigrams[w] / total + uniform / len(words) for w in words}
    unigram["</s>"] = unigrams["</s>"] / total
    fst = Fst()
    start, backoff = fst.state(), fst.state()
    state_of = {"<s>": start, **{w: fst.state() for w in words}}
    for word in words:
        fst.arc(backoff, word_ids[word], word_ids[word], -math.log(unigram[word]), state_of[word])
    fst.final[backoff] = -math.log(unigram["</s>"])
    for history, state in state_of.items():
        followers = bigrams.get(history, {})
        count = sum(followers.values())
        lost = 1.0
        for word, n in followers.items():
            if n < 2 and word != "</s>":
                continue
            p = (n - discount) / (count + 5.0)
            lost -= p
            if word == "</s>":
                fst.final[state] = -math.log(p)
            else:
                fst.arc(state, word_ids[word], word_ids[word], -math.log(p), state_of[word])
        fst.arc(state, 0, 0, -math.log(lost), backoff)
    return fst


# --------------------------------------------------------------------------
# 7. The model directory
# --------------------------------------------------------------------------

MODEL_CONF = """\
--min-active=200
--max-active=3000
--beam=12.0
--lattice-beam=5.0
--acoustic-scale={scale}
--frame-subsampling-factor=3
--frames-per-chunk=21
--endpoint.silence-phones=1
--endpoint.rule2.min-trailing-silence=0.5
--endpoint.rule3.min-trailing-silence=0.75
--endpoint.rule4.min-trailing-silence=1.0
"""

README = """\
vosk-toy-en: a TEST-ONLY Vosk model
===================================

This directory is a real Kaldi nnet3 / Vosk model, but a toy: {words} English
words, trained only on speech synthesised by espeak-ng ({hours} of it).
It has never heard a person.  It exists so that software tests can run a real
recogniser offline.  Do not ship it to real users and do not judge
speech recognition by it.

Made by:   python train_toy_vosk.py --out DIR     (10 to 15 minutes on two busy cores)
Contains:  no recordings, no third-party model or data; weights learned from
           synthetic speech only.
Network:   {parameters} parameters, five TDNN layers of {width}, output every 30 ms,
           one HMM state per phone, {phones} phones.
Graph:     HCLr.fst (lexicon, look-ahead) + Gr.fst (bigram), so run-time
           grammars work: KaldiRecognizer(model, 16000, '["yes", "no", "[unk]"]')
Words:     graph/words.txt, all lower case ("i'd", "don't", "o'clock").

Reading the figures: voices, speeds and sentences below were not trained on,
but --acoustic-scale and --unk-bonus were chosen with the first sentence list
and the grammar phrases in view; "sentences written last" were not used for
that.  Most errors come from two odd espeak-ng variants, Andy and marcelo
(31 and 5 % on the first list); the ordinary m/f variants stay near 1 to 3 %.

{measured}
"""


def write_model(out, phones, lexicon, sentences, layers, priors, args):
    """Write everything Vosk reads (the README comes last, with figures)."""
    for folder in ("am", "conf", "graph/phones"):
        os.makedirs(os.path.join(out, folder), exist_ok=True)

    def text(name, content):
        with open(os.path.join(out, name), "w", encoding="utf-8") as f:
            f.write(content)

    write_final_mdl(os.path.join(out, "am/final.mdl"), phones, layers, priors)
    text("conf/mfcc.conf", MFCC_CONF)
    text("conf/model.conf", MODEL_CONF.format(scale=args.acoustic_scale))
    word_ids = number_words(lexicon)
    text("graph/words.txt", "".join("%s %d\n" % item for item in word_ids.items()))
    lexicon_fst = build_lexicon_fst(lexicon, word_ids, phones, args.unk_cost)
    write_lookahead_fst(os.path.join(out, "graph/HCLr.fst"), lexicon_fst, len(word_ids))
    write_grammar_fst(os.path.join(out, "graph/Gr.fst"), build_bigram_fst(sentences, word_ids))
    # Required by Vosk; lists input labels to treat as epsilon.  There are none,
    # so it names a transition-id that cannot occur.
    text("graph/disambig_tid.int", "%d\n" % (2 * phones.count() + 1))
    text("graph/phones/word_boundary.int", "1 nonword\n2 singleton\n" + "".join(
        "%d %s\n" % (phones.number[name, p], PhoneTable.BOUNDARY[p])
        for name in phones.names for p in PhoneTable.POSITIONS))


# --------------------------------------------------------------------------
# 8. Measuring with Vosk itself
# --------------------------------------------------------------------------

def edit_distance(reference, hypothesis):
    row = list(range(len(hypothesis) + 1))
    for i, r in enumerate(reference, 1):
        diagonal, row[0] = row[0], i
        for j, h in enumerate(hypothesis, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (r != h))
    return row[-1]


def recognise(model, samples, rate=SAMPLE_RATE, grammar=None):
    """Feed Vosk in quarter-second pieces, as an application would."""
    import vosk
    recogniser = vosk.KaldiRecognizer(model, rate, *([grammar] if grammar else []))
    data = np.clip(samples, -32768, 32767).astype(np.int16).tobytes()
    step, parts = rate // 4 * 2, []
    for i in range(0, len(data), step):
        if recogniser.AcceptWaveform(data[i:i + step]):
            parts.append(json.loads(recogniser.Result())["text"])
    parts.append(json.loads(recogniser.FinalResult())["text"])
    return " ".join(p for p in parts if p)


def resident_mib():
    with open("/proc/self/statm") as f:
        return int(f.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2 ** 20


def measure(path, verbose=False):
    """-> (list of report lines, dict of figures)"""
    import vosk
    vosk.SetLogLevel(-1)
    speaker = Espeak()
    before, began = resident_mib(), time.time()
    model = vosk.Model(path)
    load_seconds, grown = time.time() - began, resident_mib() - before
    figures, lines = {"load_seconds": load_seconds, "load_mib": grown}, []
    clock = {"audio": 0.0, "cpu": 0.0}

    def utterance(text, voice, speed, noise_db=None, rate=SAMPLE_RATE):
        samples, _ = speaker.say(text, voice, speed)
        samples = resample(samples, speaker.rate) if rate != speaker.rate else samples
        samples = np.concatenate([np.zeros(rate // 5), samples, np.zeros(rate // 4)])
        if noise_db is not None:
            rng = np.random.default_rng(len(text))
            level = np.sqrt((samples ** 2).mean()) * 10 ** (-noise_db / 20)
            samples = samples + rng.standard_normal(len(samples)) * level
        return samples

    def timed(samples, **kw):
        start = time.process_time()
        result = recognise(model, samples, **kw)
        clock["cpu"] += time.process_time() - start
        clock["audio"] += len(samples) / kw.get("rate", SAMPLE_RATE)
        return result

    def word_error(title, key, conditions, sentences=TEST_SENTENCES, **kw):
        errors = words = exact = total = 0
        for voice, speed in conditions:
            for sentence in sentences:
                heard = timed(utterance(sentence, voice, speed, **kw),
                              rate=kw.get("rate", SAMPLE_RATE))
                wrong = edit_distance(sentence.split(), heard.split())
                errors, words = errors + wrong, words + len(sentence.split())
                exact, total = exact + (wrong == 0), total + 1
                if verbose and wrong:
                    print("  %-28s %3d  %s\n  %33s  %s" % (voice, speed, sentence, "", heard))
        figures[key] = errors / words
        lines.append("%-56s WER %5.2f %%  (%d/%d words), %d/%d sentences exact" % (
            title, 100 * errors / words, errors, words, exact, total))
        print(lines[-1], flush=True)

    accents = ("gmw/en-US", "gmw/en")
    held = [(accents[i % 2] + "+" + v, HELD_OUT_SPEEDS[i // 2 % 2])
            for i, v in enumerate(HELD_OUT_VARIANTS)]
    plain = [(a, s) for a in accents for s in HELD_OUT_SPEEDS]
    word_error("open graph, held-out voices and speeds", "wer_held_out", held)
    figures["rtf_open"] = clock["cpu"] / clock["audio"]
    word_error("  the same voices, sentences written last", "wer_fresh", held, FRESH_SENTENCES)
    word_error("open graph, plain en-us/en-gb, held-out speeds", "wer_plain", plain)
    word_error("  the same at the default 175 wpm", "wer_175", [(a, 175) for a in accents])
    word_error("  the same, white noise at 15 dB", "wer_noise", plain, noise_db=15)
    word_error("  the same, fed at 22050 Hz (Kaldi resamples)", "wer_22050", plain, rate=22050)
    word_error("open graph, accents never trained on", "wer_accents",
               [(a, 150) for a in UNSEEN_ACCENTS])

    grammar = json.dumps(GRAMMAR_PHRASES + ["[unk]"])
    strict = json.dumps(GRAMMAR_PHRASES)
    for title, key, words_of in (("10-phrase grammar + [unk]", "grammar_unk", grammar),
                                 ("10-phrase grammar alone", "grammar_strict", strict)):
        good = total = 0
        for voice, speed in held:
            for phrase in GRAMMAR_PHRASES:
                heard = timed(utterance(phrase, voice, speed), grammar=words_of)
                good, total = good + (heard == phrase), total + 1
                if verbose and heard != phrase:
                    print("  %-28s %3d  %s -> %s" % (voice, speed, phrase, heard))
        figures[key] = good / total
        lines.append("%-56s %5.1f %% of %d phrases exact" % (title, 100 * good / total, total))
        print(lines[-1], flush=True)
    rejected = total = 0
    for voice, speed in held:
        for sentence in OUT_OF_GRAMMAR:
            heard = timed(utterance(sentence, voice, speed), grammar=grammar)
            ok = heard not in GRAMMAR_PHRASES
            rejected, total = rejected + ok, total + 1
            if verbose:
                print("  out of grammar: %s -> %s" % (sentence, heard))
    figures["grammar_reject"] = rejected / total
    lines.append("%-56s %5.1f %% of %d sentences not taken for a phrase" % (
        "other speech under the grammar + [unk]", 100 * rejected / total, total))
    print(lines[-1], flush=True)
    silence = [timed(np.zeros(3 * SAMPLE_RATE)),
               timed(np.random.default_rng(1).standard_normal(3 * SAMPLE_RATE) * 100)]
    lines.append("3 s of digital silence -> %r; 3 s of faint noise -> %r" % tuple(silence))
    print(lines[-1])
    size = sum(os.path.getsize(os.path.join(d, f)) for d, _, fs in os.walk(path) for f in fs)
    lines.append("load %.2f s, resident memory +%.0f MiB, real-time factor %.3f, %.2f MB on disk"
                 % (load_seconds, grown, figures["rtf_open"], size / 1e6))
    print(lines[-1])
    figures["bytes"] = size
    return lines, figures


# --------------------------------------------------------------------------

def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--out", help="directory to write the model to")
    parser.add_argument("--measure", metavar="DIR", help="only measure this model")
    parser.add_argument("--verbose", action="store_true", help="print each recognition error")
    parser.add_argument("--utterances", type=int, default=6000)
    parser.add_argument("--epochs", type=int, default=16)
    parser.add_argument("--width", type=int, default=160)
    parser.add_argument("--lr", type=float, default=4e-3)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--acoustic-scale", type=float, default=0.7)
    parser.add_argument("--unk-cost", type=float, default=3.0, help="price of each [unk]")
    parser.add_argument("--unk-bonus", type=float, default=0.0,
                        help="log-likelihood of [unk] per frame of any speech")
    parser.add_argument("--cache", help="keep/reuse corpus and network here (for experiments)")
    args = parser.parse_args()
    if not args.out and not args.measure:
        parser.error("give --out DIR or --measure DIR")
    return args


def main():
    args = parse_arguments()
    began = time.time()

    def log(message):
        print("[%5.0f s] %s" % (time.time() - began, message), flush=True)

    if args.measure:
        measure(args.measure, args.verbose)
        return
    import torch
    rng = random.Random(args.seed)
    vocabulary = make_vocabulary()
    unknown = {w for s in TEST_SENTENCES + FRESH_SENTENCES + GRAMMAR_PHRASES + OUT_OF_GRAMMAR for w in s.split()}
    unknown -= set(vocabulary)
    if unknown:
        raise SystemExit("test words missing from the vocabulary: %s" % sorted(unknown))
    sentences = [s for s in make_sentences(30000, rng) if set(s.split()) <= set(vocabulary)]
    assert not set(sentences) & set(TEST_SENTENCES + FRESH_SENTENCES)
    if args.cache and os.path.exists(args.cache):
        state = torch.load(args.cache, weights_only=False)
    else:
        corpus = args.cache + ".corpus" if args.cache else ""
        if corpus and os.path.exists(corpus):
            features, labels, lexicon, names = torch.load(corpus, weights_only=False)
        else:
            features, labels, lexicon, names = build_corpus(args, vocabulary, sentences, log)
            if corpus:
                torch.save((features, labels, lexicon, names), corpus)
        network, mean, scale, priors = train_network(features, labels, len(names) + 2, args, log)
        state = {"layers": to_affine_layers(network, mean, scale), "priors": priors,
                 "lexicon": lexicon, "names": names,
                 "hours": "%.1f hours" % (sum(map(len, features)) / 360000),
                 "parameters": sum(p.numel() for p in network.parameters())}
        if args.cache:
            torch.save(state, args.cache)
    phones, priors = PhoneTable(state["names"]), state["priors"].copy()
    priors[SPN] *= math.exp(-args.unk_bonus)
    write_model(args.out, phones, state["lexicon"], sentences, state["layers"], priors, args)
    log("model written to " + args.out)
    measured = "Not measured: the vosk package was not installed."
    try:
        import vosk                                            # noqa: F401
        # A fresh process, so that memory figures do not include the training.
        report = subprocess.run([sys.executable, os.path.abspath(__file__), "--measure", args.out],
                                check=True, capture_output=True, text=True).stdout
        print(report)
        measured = ("Measured with vosk on espeak-ng speech (python train_toy_vosk.py "
                    "--measure DIR):\n\n" + report)
    except ImportError:
        pass
    with open(os.path.join(args.out, "README"), "w", encoding="utf-8") as f:
        f.write(README.format(words=len(vocabulary), hours=state["hours"],
                              parameters=state["parameters"], width=args.width, phones=len(state["names"]), measured=measured))
    log("done")


if __name__ == "__main__":
    main()
