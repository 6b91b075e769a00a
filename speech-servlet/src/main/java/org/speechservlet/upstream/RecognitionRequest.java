package org.speechservlet.upstream;

import java.net.URI;
import org.speechservlet.audio.UpstreamFormat;

/**
 * What is asked of the Speech API.
 *
 * @param uri the recognition URI with its query: {@code language}, {@code format}, {@code
 *     profanity}, {@code X-ConnectionId}
 * @param connectionId the same as in the query: 32 hexadecimal digits
 * @param expectedFormat what the audio will probably be: the request is opened for it before the
 *     first byte of audio is known
 */
public record RecognitionRequest(URI uri, String connectionId, UpstreamFormat expectedFormat) {}
