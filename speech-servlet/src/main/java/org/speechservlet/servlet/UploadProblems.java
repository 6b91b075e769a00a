package org.speechservlet.servlet;

/**
 * What can be wrong with a request to an upload resource, as opposed to the recognition. None of
 * these ends the upload.
 */
final class UploadProblems {
  private static final String REGISTRY = "https://iana.org/assignments/http-problem-types#";

  /** RFC 5789, section 2.2: tells which kinds of PATCH there are. */
  private static final String ACCEPT_PATCH = "Accept-Patch";

  private UploadProblems() {}

  static Problem mismatchingOffset(long expected, long provided) {
    return new Problem(
            409,
            REGISTRY + "mismatching-upload-offset",
            "The offset is not that of the upload",
            "The upload goes on at " + expected + ", not at " + provided + ".")
        .withMember("expected-offset", expected)
        .withMember("provided-offset", provided)
        .withHeader(UploadFields.OFFSET, Long.toString(expected));
  }

  static Problem inconsistentLength(String how) {
    return new Problem(
        400, REGISTRY + "inconsistent-upload-length", "The lengths do not agree", how);
  }

  static Problem missing(String field, String example) {
    return new Problem(
        400,
        "invalid-append",
        "The request does not say how to append",
        field + " is missing, comes twice or is not like '" + example + "'.");
  }

  static Problem incomplete(long announcedBytes, long arrivedBytes) {
    return new Problem(
        400,
        "incomplete-append",
        "The content ended early",
        "The request announced "
            + announcedBytes
            + " bytes and ended after "
            + arrivedBytes
            + "; what came is kept. Ask for the offset with HEAD and go on there.");
  }

  static Problem broken() {
    return new Problem(
        400,
        "incomplete-append",
        "The content ended early",
        "The content broke off; what came is kept. Ask for the offset with HEAD and go on there.");
  }

  static Problem notPartialUpload() {
    return new Problem(
            415,
            "about:blank",
            "Unsupported Media Type",
            "What is appended must have the Content-Type " + Append.CONTENT_TYPE + ".")
        .withHeader(ACCEPT_PATCH, Append.CONTENT_TYPE);
  }

  static Problem superseded() {
    return new Problem(
        409,
        "superseded",
        "Another request took over",
        "Another request to the same upload came before this one had ended. Ask for the offset with"
            + " HEAD and go on there.");
  }

  /** The same whether there is none or it is somebody else's. */
  static Problem unknownUpload() {
    return new Problem(
        404,
        "unknown-upload",
        "There is no such upload",
        "This upload has ended, or is not yours, or was never there. Begin a new one with POST to"
            + " 'recognize'.");
  }
}
