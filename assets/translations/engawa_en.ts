<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CarriedCard</name>
    <message numerus="yes">
        <source>%n thing(s) could not be carried over:</source>
        <translation>
            <numerusform>%n thing could not be carried over:</numerusform>
            <numerusform>%n things could not be carried over:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n scene(s)</source>
        <translation>
            <numerusform>one scene</numerusform>
            <numerusform>%n scenes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>about one minute</numerusform>
            <numerusform>about %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checked now: %n thing(s) in it must be repaired by its makers.</source>
        <translation>
            <numerusform>Checked now: one thing in it must be repaired by its makers.</numerusform>
            <numerusform>Checked now: %n things in it must be repaired by its makers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checked now: it can be practised. Its makers may want to look at %n thing(s).</source>
        <translation>
            <numerusform>Checked now: it can be practised. Its makers may want to look at one thing.</numerusform>
            <numerusform>Checked now: it can be practised. Its makers may want to look at %n things.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GardenList</name>
    <message numerus="yes">
        <source>%n scene(s)</source>
        <translation>
            <numerusform>%n scene</numerusform>
            <numerusform>%n scenes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GardenView</name>
    <message numerus="yes">
        <source>%n scene(s)</source>
        <translation>
            <numerusform>%n scene</numerusform>
            <numerusform>%n scenes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HearPanel</name>
    <message numerus="yes">
        <source>about %n second(s)</source>
        <translation>
            <numerusform>about %n second</numerusform>
            <numerusform>about %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message numerus="yes">
        <source>About %n minute(s).</source>
        <translation>
            <numerusform>About %n minute.</numerusform>
            <numerusform>About %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JournalPage</name>
    <message numerus="yes">
        <source>Tension before and after, %n visit(s)</source>
        <translation>
            <numerusform>Tension before and after, %n visit</numerusform>
            <numerusform>Tension before and after, %n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s), read or spoken.</source>
        <translation>
            <numerusform>%n line, read or spoken.</numerusform>
            <numerusform>%n lines, read or spoken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One leaf for %n line(s).</source>
        <translation>
            <numerusform>One leaf for %n line.</numerusform>
            <numerusform>One leaf for %n lines.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeptCard</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%n pair</numerusform>
            <numerusform>%n pairs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MomentBox</name>
    <message numerus="yes">
        <source>%n reply(s)</source>
        <translation>
            <numerusform>%n reply</numerusform>
            <numerusform>%n replies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found here</source>
        <translation>
            <numerusform>%n found here</numerusform>
            <numerusform>%n found here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message numerus="yes">
        <source>%n found here</source>
        <translation>
            <numerusform>%n found here</numerusform>
            <numerusform>%n found here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PacksPage</name>
    <message numerus="yes">
        <source>%n more pack(s). A word above finds them.</source>
        <translation>
            <numerusform>One more pack. A word above finds it.</numerusform>
            <numerusform>%n more packs. A word above finds them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scene(s)</source>
        <translation>
            <numerusform>%n scene</numerusform>
            <numerusform>%n scenes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s)</source>
        <translation>
            <numerusform>one pack</numerusform>
            <numerusform>%n packs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PathPicture</name>
    <message numerus="yes">
        <source>A garden path with %n stone(s)</source>
        <translation>
            <numerusform>A garden path with %n stone</numerusform>
            <numerusform>A garden path with %n stones</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message numerus="yes">
        <source>About %n turn(s). No clock.</source>
        <translation>
            <numerusform>About %n turn. No clock.</numerusform>
            <numerusform>About %n turns. No clock.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuickHidePage</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VoiceCard</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>You answered %n time(s).</source>
        <translation>
            <numerusform>You answered once.</numerusform>
            <numerusform>You answered %n times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You listened, %n turn(s).</source>
        <translation>
            <numerusform>You listened for one turn.</numerusform>
            <numerusform>You listened for %n turns.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You chose %n answer(s).</source>
        <translation>
            <numerusform>You chose one answer.</numerusform>
            <numerusform>You chose %n answers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You typed %n answer(s).</source>
        <translation>
            <numerusform>You typed one answer.</numerusform>
            <numerusform>You typed %n answers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You read %n answer(s) aloud.</source>
        <translation>
            <numerusform>You read one answer aloud.</numerusform>
            <numerusform>You read %n answers aloud.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You spoke %n answer(s).</source>
        <translation>
            <numerusform>You spoke one answer.</numerusform>
            <numerusform>You spoke %n answers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You asked to hear %n line(s) again.</source>
        <translation>
            <numerusform>You asked to hear one line again.</numerusform>
            <numerusform>You asked to hear %n lines again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) stayed quiet. That was fine.</source>
        <translation>
            <numerusform>One turn stayed quiet. That was fine.</numerusform>
            <numerusform>%n turns stayed quiet. That was fine.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You looked at %n hint(s).</source>
        <translation>
            <numerusform>You looked at one hint.</numerusform>
            <numerusform>You looked at %n hints.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were said for you.</source>
        <translation>
            <numerusform>One line was said for you.</numerusform>
            <numerusform>%n lines were said for you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You took %n breath(s).</source>
        <translation>
            <numerusform>You took a breath.</numerusform>
            <numerusform>You took %n breaths.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You moved %n dial(s).</source>
        <translation>
            <numerusform>You moved a dial.</numerusform>
            <numerusform>You moved dials %n times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The program did not catch your words %n time(s). That was the machine.</source>
        <translation>
            <numerusform>The program did not catch your words once. That was the machine.</numerusform>
            <numerusform>The program did not catch your words %n times. That was the machine.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You were asked again %n time(s), and stayed.</source>
        <translation>
            <numerusform>You were asked again once, and stayed.</numerusform>
            <numerusform>You were asked again %n times, and stayed.</numerusform>
        </translation>
    </message>
</context>
</TS>
