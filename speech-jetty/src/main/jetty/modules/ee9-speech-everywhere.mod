[description]
Adds the speech servlet at /speech/* to every web application of the environment ee9,
with no entry in its web.xml. Needs Jetty 12.1.

[tags]
speech

[environment]
ee9

[depend]
ee9-speech
ee9-deploy

[files]
basehome:modules/speech.d/ee9-speech-everywhere.xml|environments/ee9-speech-everywhere.xml
