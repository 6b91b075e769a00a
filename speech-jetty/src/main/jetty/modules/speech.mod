[description]
Dictation for web applications: puts the speech servlet and the token filter
on the class path of one environment, for every web application to name them in its web.xml.

[tags]
speech

[depend]
${speech.environment}-speech

[ini]
speech.environment?=ee10

[ini-template]
## The environment whose web applications have speech: ee8, ee9, ee10, ee11
## For more than one, add the modules ee8-speech, ee10-speech and so on by their names.
# speech.environment=ee10

## Settings for every web application of this server. What is set here, none of them can change:
## leave out what differs, and let each say it as a context-param of its web.xml.
## (start.jar warns of "Unknown Arguments" and takes them; with --exec it does not warn.)
##
## Azure region of the Speech resource
# -Dspeech.region=westeurope

## The file that holds the resource's key. Readable by the server alone.
# -Dspeech.key-file=/etc/jetty/speech.key

## Language of who says nothing else
# -Dspeech.language=en-US
