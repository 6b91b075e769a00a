package org.speechservlet.browser;

/** Keys without a character, as the code points that WebDriver gives them. */
public final class Keys {

  public static final String TAB = "\uE004";
  public static final String ENTER = "\uE007";
  public static final String SHIFT = "\uE008";
  public static final String CONTROL = "\uE009";
  public static final String ALT = "\uE00A";
  public static final String ESCAPE = "\uE00C";
  public static final String SPACE = " ";

  private Keys() {}
}
