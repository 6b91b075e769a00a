package org.speechservlet.tool;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;

/** Descriptors of web applications, by what is peculiar to them. */
final class Descriptors {
  static final String SERVLET_6_1 =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee"
               xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
               xsi:schemaLocation="https://jakarta.ee/xml/ns/jakartaee https://jakarta.ee/xml/ns/jakartaee/web-app_6_1.xsd"
               version="6.1">
        <display-name>An application</display-name>
        <servlet>
          <servlet-name>pages</servlet-name>
          <servlet-class>com.acme.Pages</servlet-class>
        </servlet>
        <servlet-mapping>
          <servlet-name>pages</servlet-name>
          <url-pattern>/pages/*</url-pattern>
        </servlet-mapping>
      </web-app>
      """;

  static final String DTD_2_3 =
      """
      <?xml version="1.0" encoding="ISO-8859-1"?>
      <!DOCTYPE web-app PUBLIC "-//Sun Microsystems, Inc.//DTD Web Application 2.3//EN"
        "http://java.sun.com/dtd/web-app_2_3.dtd" [
        <!-- it's "internal" ]> -->
        <!ENTITY company "Acme > Co. ]>">
      ]>
      <web-app>
          <display-name>&company;</display-name>
          <filter>
              <filter-name>compress</filter-name>
              <filter-class>com.acme.Compress</filter-class>
          </filter>
          <filter-mapping>
              <filter-name>compress</filter-name>
              <url-pattern>/*</url-pattern>
          </filter-mapping>
          <servlet>
              <servlet-name>pages</servlet-name>
              <servlet-class>com.acme.Pages</servlet-class>
          </servlet>
          <welcome-file-list><welcome-file>index.jsp</welcome-file></welcome-file-list>
      </web-app>
      """;

  private Descriptors() {}

  /** All of them, by what is peculiar to them. */
  static Map<String, byte[]> all() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    addVersions(all);
    addEncodings(all);
    addShapes(all);
    addTraps(all);
    return all;
  }

  static byte[] named(String name) {
    byte[] bytes = all().get(name);
    if (bytes == null) {
      throw new IllegalArgumentException(name);
    }
    return bytes;
  }

  private static void addVersions(Map<String, byte[]> all) {
    all.put("6.1", SERVLET_6_1.getBytes(UTF_8));
    all.put("5.0", SERVLET_6_1.replace("6.1", "5.0").replace("6_1", "5_0").getBytes(UTF_8));
    all.put("4.0", javaee("http://xmlns.jcp.org/xml/ns/javaee", "4.0").getBytes(UTF_8));
    all.put("3.0", javaee("http://java.sun.com/xml/ns/javaee", "3.0").getBytes(UTF_8));
    all.put("2.5", javaee("http://java.sun.com/xml/ns/javaee", "2.5").getBytes(UTF_8));
    all.put("2.4", javaee("http://java.sun.com/xml/ns/j2ee", "2.4").getBytes(UTF_8));
    all.put("2.3", DTD_2_3.getBytes(UTF_8));
    all.put("2.2", DTD_2_3.replace("2.3", "2.2").replace("2_3", "2_2").getBytes(UTF_8));
  }

  static String javaee(String namespace, String version) {
    return SERVLET_6_1
        .replace("https://jakarta.ee/xml/ns/jakartaee", namespace)
        .replace("6.1", version);
  }

  private static void addEncodings(Map<String, byte[]> all) {
    String umlauts = SERVLET_6_1.replace("An application", "Größe – \u4f60 \ud83d\ude00");
    all.put("UTF-8 with mark", ("\uFEFF" + umlauts).getBytes(UTF_8));
    all.put("UTF-8 without mark", umlauts.getBytes(UTF_8));
    String utf16 = umlauts.replace("UTF-8", "UTF-16");
    all.put("UTF-16 big endian with mark", ("\uFEFF" + utf16).getBytes(UTF_16BE));
    all.put("UTF-16 little endian with mark", ("\uFEFF" + utf16).getBytes(UTF_16LE));
    String latin = SERVLET_6_1.replace("An application", "Größe").replace("UTF-8", "ISO-8859-1");
    all.put("ISO-8859-1", latin.getBytes(ISO_8859_1));
    all.put("ISO-8859-1 in single quotes", latin.replace('"', '\'').getBytes(ISO_8859_1));
    all.put("no declaration", withoutDeclaration(umlauts).getBytes(UTF_8));
  }

  private static String withoutDeclaration(String document) {
    return document.substring(document.indexOf('\n') + 1);
  }

  private static void addShapes(Map<String, byte[]> all) {
    all.put("line ends of Windows", SERVLET_6_1.replace("\n", "\r\n").getBytes(UTF_8));
    all.put("line ends of old Macs", SERVLET_6_1.replace("\n", "\r").getBytes(UTF_8));
    all.put("mixed line ends", SERVLET_6_1.replace("\n  <s", "\r\n  <s").getBytes(UTF_8));
    all.put("tabs", SERVLET_6_1.replace("  ", "\t").getBytes(UTF_8));
    all.put("no line end at the end", SERVLET_6_1.strip().getBytes(UTF_8));
    all.put("one line", SERVLET_6_1.replaceAll("\\s*\n\\s*", " ").getBytes(UTF_8));
    all.put(
        "blank lines at the end", SERVLET_6_1.replace("</web", " \n\n \t\n</web").getBytes(UTF_8));
    all.put(
        "end tag behind the last element", SERVLET_6_1.replace("\n</web", "</web").getBytes(UTF_8));
    all.put(
        "white space in the end tag",
        SERVLET_6_1.replace("</web-app>", "</web-app\n >").getBytes(UTF_8));
    all.put("empty tag", "<web-app/>".getBytes(UTF_8));
    all.put("empty tag with a space", "<web-app version='3.0' />\n".getBytes(UTF_8));
    all.put("empty tag on two lines", "<web-app\r\n version='3.0'\r\n/>\r\n".getBytes(UTF_8));
    all.put("nothing within", "<web-app></web-app>".getBytes(UTF_8));
    all.put("white space within", "<web-app>\n\n</web-app>\n".getBytes(UTF_8));
    String prefixed =
        SERVLET_6_1.replaceAll("<(/?)([a-z])", "<$1j2ee:$2").replace("xmlns=", "xmlns:j2ee=");
    all.put("prefix", prefixed.getBytes(UTF_8));
    all.put(
        "empty tag with a prefix",
        "<j:web-app xmlns:j='http://java.sun.com/xml/ns/j2ee' version='2.4'/>".getBytes(UTF_8));
  }

  private static void addTraps(Map<String, byte[]> all) {
    all.put(
        "end tag in a comment",
        SERVLET_6_1
            .replace("</web-app>", "<!-- </web-app> ' \" --></web-app><!-- </web-app> -->\n")
            .getBytes(UTF_8));
    all.put(
        "end tag in CDATA",
        SERVLET_6_1.replace("An application", "<![CDATA[</web-app> ]] > --> ]]>").getBytes(UTF_8));
    all.put(
        "instructions and comments around the root",
        SERVLET_6_1
            .replace("<web-app", "<?style a='>'?><!-- <web-app> -->\n<web-app")
            .concat("<?after </web-app> ?>\n<!-- the end -->\n")
            .getBytes(UTF_8));
    all.put(
        "greater-than sign in attributes",
        SERVLET_6_1
            .replace("version=\"6.1\"", "version=\"6.1\" id='a>b' metadata-complete = \"true\"")
            .replace("<servlet>", "<servlet id=\"/>\">")
            .getBytes(UTF_8));
    all.put(
        "marks in other places",
        SERVLET_6_1
            .replace("<web-app", "<!-- speech-servlet:begin jar=a.jar (x) -->\n<web-app")
            .replace("<servlet>", "<servlet><!-- speech-servlet:end -->")
            .getBytes(UTF_8));
    all.put(
        "empty elements within",
        SERVLET_6_1.replace("<servlet>", "<distributable/><servlet>").getBytes(UTF_8));
  }
}
