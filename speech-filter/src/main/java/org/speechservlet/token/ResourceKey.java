package org.speechservlet.token;

/**
 * One of the resource's two keys, as it was read. Not shown by {@link #toString()}.
 *
 * @param which which of the two
 * @param value the key itself
 */
record ResourceKey(TokenStatus.KeyInUse which, String value) {
  @Override
  public String toString() {
    return "ResourceKey[which=" + which + ", value=<set>]";
  }
}
