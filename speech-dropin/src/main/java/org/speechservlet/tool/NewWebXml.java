package org.speechservlet.tool;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The web.xml of a WAR that had none. It does not say {@code metadata-complete}, so that the
 * annotations of the application count as before.
 */
final class NewWebXml {
  private static final String JAKARTA =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee"
               xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
               xsi:schemaLocation="https://jakarta.ee/xml/ns/jakartaee
                                   https://jakarta.ee/xml/ns/jakartaee/web-app_6_0.xsd"
               version="6.0">
      </web-app>
      """;

  private static final String JAVAX =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <web-app xmlns="http://xmlns.jcp.org/xml/ns/javaee"
               xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
               xsi:schemaLocation="http://xmlns.jcp.org/xml/ns/javaee
                                   http://xmlns.jcp.org/xml/ns/javaee/web-app_4_0.xsd"
               version="4.0">
      </web-app>
      """;

  private NewWebXml() {}

  static byte[] of(Namespace namespace) {
    return (namespace == Namespace.JAKARTA ? JAKARTA : JAVAX).getBytes(UTF_8);
  }
}
