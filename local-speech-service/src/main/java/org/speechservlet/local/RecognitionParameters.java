package org.speechservlet.local;

/**
 * What a recognition is asked for.
 *
 * @param mode the mode of the path
 * @param languageTag BCP 47, in canonical form
 * @param isDetailed {@code format=detailed}
 * @param profanity what to do with profane words
 * @param hasWordTimes {@code wordLevelTimestamps=true}, which counts with the detailed format only
 */
record RecognitionParameters(
    RecognitionMode mode,
    String languageTag,
    boolean isDetailed,
    Profanity profanity,
    boolean hasWordTimes) {}
