[description]
Puts the speech servlet and the token filter on the class path of the environment ee9.

[tags]
speech

[environment]
ee9

[depend]
ee9-servlet

[lib]
lib/speech/speech-servlet-${project.version}-dropin.jar
