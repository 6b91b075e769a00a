[description]
Adds the speech servlet at /speech/* to every web application of the environment ee10,
with no entry in its web.xml. Needs Jetty 12.1.

[tags]
speech

[environment]
ee10

[depend]
ee10-speech
ee10-deploy

[files]
basehome:modules/speech.d/ee10-speech-everywhere.xml|environments/ee10-speech-everywhere.xml
