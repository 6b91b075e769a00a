[description]
Puts the speech servlet and the token filter on the class path of the environment ee10.

[tags]
speech

[environment]
ee10

[depend]
ee10-servlet

[lib]
lib/speech/speech-servlet-${project.version}-dropin.jar
