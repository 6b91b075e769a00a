package org.speechservlet.check;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.speechservlet.config.AuthSettings;
import org.speechservlet.token.TokenTrial;

/** Asks for an authorization with the keys that it was made for. */
interface Trial {

  /** Makes trials. */
  @FunctionalInterface
  interface Maker {
    /** Makes one with the keys of these settings. */
    Trial of(AuthSettings auth);
  }

  /** Asks; cancelling the outcome ends that. */
  CompletableFuture<TokenTrial.Outcome> ask();

  /** What is wrong with this machine's clock; null if nothing is, or if it is not known. */
  @Nullable String clockComplaint();
}
