package org.speechservlet.servers.application;

import java.util.Map;
import org.speechservlet.servers.container.ServerKind;

/** What a server needs besides its defaults: JSP, and somebody who may log in. */
public final class ServerFiles {

  private ServerFiles() {}

  /** The texts of files of configuration, by their paths below the server's folder. */
  public static Map<String, String> of(ServerKind kind, Login login) {
    return kind.id().startsWith("tomcat") ? tomcat(login) : jetty(kind, login);
  }

  private static Map<String, String> tomcat(Login login) {
    return Map.of(
        "conf/tomcat-users.xml",
        """
        <tomcat-users>
          <user username="%s" password="%s" roles="%s"/>
        </tomcat-users>
        """
            .formatted(login.user(), login.password(), login.role()));
  }

  private static Map<String, String> jetty(ServerKind kind, Login login) {
    String environment = kind.id().substring(kind.id().lastIndexOf('-') + 1);
    return Map.of(
        "start.d/pages.ini",
        "--modules=%1$s-jsp,%1$s-jstl\netc/realm.xml\n".formatted(environment),
        "etc/realm.xml",
        """
        <?xml version="1.0"?>
        <!DOCTYPE Configure PUBLIC "-//Jetty//Configure//EN" "https://jetty.org/configure_10_0.dtd">
        <Configure id="Server" class="org.eclipse.jetty.server.Server">
          <Call class="org.eclipse.jetty.util.resource.ResourceFactory" name="of">
            <Arg><Ref refid="Server"/></Arg>
            <Call id="users" name="newResource"><Arg>etc/realm.properties</Arg></Call>
          </Call>
          <Call name="addBean">
            <Arg>
              <New class="org.eclipse.jetty.security.HashLoginService">
                <Set name="name">%s</Set>
                <Set name="config"><Ref refid="users"/></Set>
              </New>
            </Arg>
          </Call>
        </Configure>
        """
            .formatted(login.role()),
        "etc/realm.properties",
        "%s: %s,%s\n".formatted(login.user(), login.password(), login.role()));
  }
}
