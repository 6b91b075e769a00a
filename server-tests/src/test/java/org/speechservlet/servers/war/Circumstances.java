package org.speechservlet.servers.war;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.speechservlet.servers.container.Namespace;

/** Applications that differ from the example in one way in which applications do differ. */
public final class Circumstances {

  private static final Path LIBRARIES = Path.of("target/libraries");
  private static final String END = "</web-app>";
  private static final String FIRST_FILTER = "<filter>";

  private Circumstances() {}

  /** The container looks at no annotation and into no library. */
  public static WarFile metadataComplete() throws IOException {
    return example()
        .describedBy(
            xml -> replace(xml, "version=\"6.0\">", "version=\"6.0\" metadata-complete=\"true\">"));
  }

  /** The container takes no web fragment. */
  public static WarFile absoluteOrdering() throws IOException {
    return example().describedBy(xml -> replace(xml, END, "<absolute-ordering/>" + END));
  }

  /** The servlet is not at {@code /speech/*}. */
  public static WarFile mappedTo(String pattern) throws IOException {
    return example()
        .describedBy(
            xml -> xml.replace("<url-pattern>/speech/*<", "<url-pattern>" + pattern + "<"));
  }

  /** A filter before ours does not support async. */
  public static WarFile blockingFilter() throws IOException {
    String name = BlockingFilter.class.getName();
    return withClass(example(), BlockingFilter.class)
        .describedBy(
            xml ->
                replace(
                    xml,
                    FIRST_FILTER,
                    """
                    <filter>
                      <filter-name>blocking</filter-name>
                      <filter-class>%s</filter-class>
                    </filter>
                    <filter-mapping>
                      <filter-name>blocking</filter-name>
                      <url-pattern>/*</url-pattern>
                    </filter-mapping>
                    <filter>
                    """
                        .formatted(name)));
  }

  /** It has HttpClient 4 and an old 5, SLF4J 1.7 and another JSON-P. */
  public static WarFile otherLibraries() throws IOException {
    return withLibraries(example(), "others");
  }

  /**
   * Spring Security stands before everything, lets in who has logged in, and refuses what has no
   * token of a page; one of them is {@code cases/7}.
   */
  public static WarFile springSecurity() throws IOException {
    return withClass(withLibraries(example(), "spring-security"), CasePage.class)
        .with("WEB-INF/applicationContext.xml", SPRING_CONTEXT.getBytes(StandardCharsets.UTF_8))
        .describedBy(xml -> replace(xml, FIRST_FILTER, SPRING_FILTER + FIRST_FILTER))
        .describedBy(xml -> replace(xml, END, CASE_PAGE + END));
  }

  /** The drop-in is not in the WAR; the language is this one. */
  public static WarFile withoutDropIn(String language) throws IOException {
    return Portal.pages(Namespace.JAKARTA)
        .describedBy(
            xml ->
                replace(
                    xml,
                    FIRST_FILTER,
                    """
                    <context-param>
                      <param-name>speech.language</param-name>
                      <param-value>%s</param-value>
                    </context-param>
                    <filter>
                    """
                        .formatted(language)));
  }

  /** Nothing is different. */
  public static WarFile example() throws IOException {
    return Portal.with(Namespace.JAKARTA);
  }

  private static WarFile withClass(WarFile war, Class<?> type) throws IOException {
    return war.with("WEB-INF/classes/" + type.getName().replace('.', '/') + ".class", bytes(type));
  }

  private static WarFile withLibraries(WarFile war, String folder) throws IOException {
    List<Path> jars;
    try (Stream<Path> files = Files.list(LIBRARIES.resolve(folder))) {
      jars = files.sorted().toList();
    }
    for (Path jar : jars) {
      war.withLibrary(jar);
    }
    return war;
  }

  private static String replace(String xml, String old, String replacement) {
    int start = xml.indexOf(old);
    if (start < 0) {
      throw new IllegalStateException("The example's web.xml has no " + old);
    }
    return xml.substring(0, start) + replacement + xml.substring(start + old.length());
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    String name = type.getSimpleName() + ".class";
    try (InputStream file = Objects.requireNonNull(type.getResourceAsStream(name), name)) {
      return file.readAllBytes();
    }
  }

  private static final String SPRING_FILTER =
      """
      <listener>
        <listener-class>org.springframework.web.context.ContextLoaderListener</listener-class>
      </listener>
      <filter>
        <filter-name>springSecurityFilterChain</filter-name>
        <filter-class>org.springframework.web.filter.DelegatingFilterProxy</filter-class>
        <async-supported>true</async-supported>
      </filter>
      <filter-mapping>
        <filter-name>springSecurityFilterChain</filter-name>
        <url-pattern>/*</url-pattern>
        <dispatcher>REQUEST</dispatcher>
        <dispatcher>ASYNC</dispatcher>
        <dispatcher>ERROR</dispatcher>
      </filter-mapping>
      """;

  private static final String CASE_PAGE =
      """
      <servlet>
        <servlet-name>case</servlet-name>
        <servlet-class>%s</servlet-class>
      </servlet>
      <servlet-mapping>
        <servlet-name>case</servlet-name>
        <url-pattern>/cases/*</url-pattern>
      </servlet-mapping>
      """
          .formatted(CasePage.class.getName());

  private static final String SPRING_CONTEXT =
      """
      <beans xmlns="http://www.springframework.org/schema/beans"
             xmlns:security="http://www.springframework.org/schema/security"
             xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
             xsi:schemaLocation="http://www.springframework.org/schema/beans
               http://www.springframework.org/schema/beans/spring-beans.xsd
               http://www.springframework.org/schema/security
               http://www.springframework.org/schema/security/spring-security.xsd">
        <security:http request-matcher="ant" use-authorization-manager="true">
          <security:intercept-url pattern="/**" access="hasRole('CLERK')"/>
          <security:http-basic/>
        </security:http>
        <security:authentication-manager>
          <security:authentication-provider>
            <security:user-service>
              <security:user name="clerk" password="{noop}desk" authorities="ROLE_CLERK"/>
            </security:user-service>
          </security:authentication-provider>
        </security:authentication-manager>
      </beans>
      """;
}
