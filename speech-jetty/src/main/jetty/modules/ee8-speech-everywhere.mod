[description]
Adds the speech servlet at /speech/* to every web application of the environment ee8,
with no entry in its web.xml. Needs Jetty 12.1.

[tags]
speech

[environment]
ee8

[depend]
ee8-speech
ee8-deploy

[files]
basehome:modules/speech.d/ee8-speech-everywhere.xml|environments/ee8-speech-everywhere.xml
