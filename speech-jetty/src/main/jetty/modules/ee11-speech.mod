[description]
Puts the speech servlet and the token filter on the class path of the environment ee11.

[tags]
speech

[environment]
ee11

[depend]
ee11-servlet

[lib]
lib/speech/speech-servlet-${project.version}-dropin.jar
