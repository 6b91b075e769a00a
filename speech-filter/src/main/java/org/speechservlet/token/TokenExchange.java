package org.speechservlet.token;

import java.util.concurrent.CompletableFuture;

/** One request to the token service and its answer. */
@FunctionalInterface
interface TokenExchange {

  /**
   * Asks for a token and waits for the answer.
   *
   * @param key sent in {@code Ocp-Apim-Subscription-Key}
   * @param attempt cancelling it, before or meanwhile, aborts the exchange
   * @return the answer, whatever its status
   * @throws NoAnswerException if there is no complete answer
   */
  TokenAnswer post(String key, CompletableFuture<?> attempt) throws NoAnswerException;
}
