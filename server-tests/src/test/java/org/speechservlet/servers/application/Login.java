package org.speechservlet.servers.application;

import java.net.Authenticator;
import java.net.CookieManager;
import java.net.PasswordAuthentication;
import java.net.http.HttpClient;

/**
 * Somebody whom the servers know.
 *
 * @param role which lets him in; the name of Jetty's realm, too
 */
public record Login(String user, String password, String role) {

  /** A client that follows redirects, keeps cookies, and logs in where it is asked to. */
  public HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.ALWAYS)
        .cookieHandler(new CookieManager())
        .authenticator(
            new Authenticator() {
              @Override
              protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user, password.toCharArray());
              }
            })
        .build();
  }
}
