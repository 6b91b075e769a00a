package org.speechservlet.servlet;

import org.speechservlet.audio.AudioLimits;
import org.speechservlet.audio.ContentType;
import org.speechservlet.audio.ResamplerFilters;

/**
 * What a request to recognize speech says before its body.
 *
 * @param id the request's id: 32 hexadecimal digits
 * @param contentType what the browser says that the upload is
 * @param wantsText whether the text alone is the answer, instead of the API's JSON
 * @param filters shared by all requests of the application
 * @param buffers likewise
 */
record ExchangeRequest(
    String id,
    ContentType contentType,
    boolean wantsText,
    ExchangeLimits limits,
    AudioLimits audioLimits,
    ResamplerFilters filters,
    ReadBuffers buffers) {

  AnswerForm form() {
    return new AnswerForm(id, wantsText);
  }
}
