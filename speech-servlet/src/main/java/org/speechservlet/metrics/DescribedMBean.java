package org.speechservlet.metrics;

import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.StandardMBean;

/** The MBean, with words for who looks at it in a console. */
final class DescribedMBean extends StandardMBean {
  DescribedMBean(SpeechMXBean source) {
    super(source, SpeechMXBean.class, true);
  }

  @Override
  protected String getDescription(MBeanInfo info) {
    return "Speech for any WAR: one speech servlet. Totals count from its start.";
  }

  @Override
  protected String getDescription(MBeanAttributeInfo info) {
    return Measure.ofAttribute(info.getName()).map(DescribedMBean::describe).orElseThrow();
  }

  private static String describe(Measure measure) {
    return measure.unit().isEmpty() ? measure.meaning() : measure.unit() + ": " + measure.meaning();
  }

  @Override
  protected String getDescription(MBeanOperationInfo info) {
    return "Gets a new token now, unless that is under way; returns at once.";
  }

  @Override
  protected int getImpact(MBeanOperationInfo info) {
    return MBeanOperationInfo.ACTION;
  }
}
