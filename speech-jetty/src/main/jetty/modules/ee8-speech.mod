[description]
Puts the speech servlet and the token filter on the class path of the environment ee8.

[tags]
speech

[environment]
ee8

[depend]
ee8-servlet

[lib]
lib/speech/speech-servlet-javax-${project.version}-dropin.jar
