package org.speechservlet.token;

import java.time.Clock;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.speechservlet.config.AuthSettings;
import org.speechservlet.config.ConnectionSettings;

/**
 * Keeps an authorization ready for a whole web application. A token is renewed in the background,
 * with and without traffic, and is handed out while its renewal runs; however many callers there
 * are, one request to the token service is in flight. Thread-safe; nothing here blocks.
 *
 * <p>A caller that finds none waits, by the stage that it was given and without a thread, while
 * attempts to get one go on. From 15 seconds after the first failed attempt began, or at once if
 * asking again is of no use (a wrong key), callers are told that there is none.
 *
 * <p>What is chained to a stage runs on the caller's thread if there is an authorization, else on a
 * thread that renews: it must not block there.
 */
public final class TokenManager implements Authorizer, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TokenManager.class);

  private final RenewalLoop loop;
  private final Runnable closeResources;

  /**
   * Creates a manager as the settings say, and starts it.
   *
   * @param custom the application's own source of tokens; null if it has none
   * @param threads closed together with the manager
   */
  static TokenManager start(
      AuthSettings auth,
      ConnectionSettings connection,
      @Nullable TokenSource custom,
      RenewalThreads threads) {
    Surroundings around =
        new Surroundings(threads, System::nanoTime, Clock.systemUTC(), new SplittableRandom());
    CredentialSource source =
        new CredentialSources(auth, connection, around).choose(custom, threads.attemptThread());
    RenewalLoop loop =
        new RenewalLoop(
            source, new RenewalPolicy(auth.renewAfter()), around, new RenewalLog(LOG, source));
    return new TokenManager(loop, threads::close);
  }

  /**
   * Starts to get the first authorization.
   *
   * @param loop the renewal, not started yet
   * @param closeResources frees what the renewal runs on
   */
  TokenManager(RenewalLoop loop, Runnable closeResources) {
    this.loop = loop;
    this.closeResources = closeResources;
    loop.start();
  }

  @Override
  public CompletionStage<Authorization> authorization() {
    Held usable = loop.usable();
    return usable != null ? usable.stage() : loop.await();
  }

  /**
   * {@inheritDoc}
   *
   * <p>The first few of a row are replaced at once. If the Speech API goes on to refuse whatever is
   * new, asking for more would only bring a limit of the token service: then the present one is
   * handed out again, and replaced after a growing delay. So a caller that gets from {@link
   * #authorization()} the very object that was refused has no reason to send its request again.
   */
  @Override
  public void invalidate(Authorization refused) {
    loop.refuse(refused);
  }

  /** Returns how the authorization stands now. */
  public TokenStatus status() {
    return loop.status();
  }

  /**
   * Asks for a new authorization now, unless that is under way. What is held is handed out
   * meanwhile, and stays if the attempt fails. Returns at once; does nothing after {@link #close}.
   */
  public void renew() {
    loop.renew();
  }

  /** Returns what was done since the start, and who waits now. */
  public TokenActivity activity() {
    return loop.activity();
  }

  /**
   * Ends the renewal and its threads, aborting what is in flight. Callers that wait are told so,
   * and so are later ones. Closing again does nothing.
   */
  @Override
  public void close() {
    loop.close();
    closeResources.run();
  }
}
