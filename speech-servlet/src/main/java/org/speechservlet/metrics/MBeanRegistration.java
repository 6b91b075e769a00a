package org.speechservlet.metrics;

import java.util.Hashtable;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A servlet's MBean, registered until it is closed. */
final class MBeanRegistration implements AutoCloseable {
  private static final String DOMAIN = "org.speechservlet";

  private static final Logger LOG = LoggerFactory.getLogger(MBeanRegistration.class);

  private final MBeanServer server;
  private final ObjectName name;

  private MBeanRegistration(MBeanServer server, ObjectName name) {
    this.server = server;
    this.name = name;
  }

  /**
   * Registers it. Two servers in one JVM, or two versions of one application, may have servlets of
   * the same name: the later ones get a number.
   *
   * @throws IllegalStateException if it cannot be registered
   */
  static MBeanRegistration register(MBeanServer server, Subject subject, SpeechMXBean source) {
    try {
      return registerFree(server, subject, source);
    } catch (JMException e) {
      throw new IllegalStateException("The MBean of " + subject + " cannot be registered", e);
    }
  }

  private static MBeanRegistration registerFree(
      MBeanServer server, Subject subject, SpeechMXBean source) throws JMException {
    for (int number = 1; ; number++) {
      ObjectName name = name(subject.numbered(number));
      try {
        server.registerMBean(new DescribedMBean(source), name);
        return new MBeanRegistration(server, name);
      } catch (InstanceAlreadyExistsException e) {
        LOG.debug("{} is there already", name);
      }
    }
  }

  @SuppressWarnings("JdkObsolete") // what ObjectName takes
  private static ObjectName name(Subject subject) throws MalformedObjectNameException {
    Hashtable<String, String> keys = new Hashtable<>();
    keys.put("type", "SpeechServlet");
    keys.put("host", value(subject.host()));
    keys.put("context", value(subject.context()));
    keys.put("servlet", value(subject.servlet()));
    return new ObjectName(DOMAIN, keys);
  }

  /** Quoted only where it must be: consoles show the quotation marks. */
  private static String value(String text) {
    return text.isEmpty() || text.matches("(?s).*[,=:\"*?\\n].*") ? ObjectName.quote(text) : text;
  }

  ObjectName name() {
    return name;
  }

  @Override
  public void close() {
    try {
      server.unregisterMBean(name);
    } catch (JMException e) {
      LOG.debug("{} was not there any more", name, e);
    }
  }
}
