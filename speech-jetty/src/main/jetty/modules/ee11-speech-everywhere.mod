[description]
Adds the speech servlet at /speech/* to every web application of the environment ee11,
with no entry in its web.xml. Needs Jetty 12.1.

[tags]
speech

[environment]
ee11

[depend]
ee11-speech
ee11-deploy

[files]
basehome:modules/speech.d/ee11-speech-everywhere.xml|environments/ee11-speech-everywhere.xml
