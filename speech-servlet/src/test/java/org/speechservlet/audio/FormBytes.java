package org.speechservlet.audio;

/** Makes forms. */
final class FormBytes {
  static final String BOUNDARY = "----b0undary";
  static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;

  private FormBytes() {}

  static Upload form(byte[]... parts) {
    return new Upload(TYPE, Pcm.join(Pcm.join(parts), closing()));
  }

  static byte[] closing() {
    return Pcm.latin1("--" + BOUNDARY + "--\r\n");
  }

  static byte[] field(String name, String value) {
    return part("Content-Disposition: form-data; name=\"" + name + "\"\r\n", Pcm.latin1(value));
  }

  static byte[] file(String type, byte[] content) {
    return part(
        "Content-Disposition: form-data; name=\"audio\"; filename=\"a; b.wav\"\r\nContent-Type: "
            + type
            + "\r\n",
        content);
  }

  static byte[] part(String headers, byte[] content) {
    return Pcm.join(
        Pcm.latin1("--" + BOUNDARY + "\r\n" + headers + "\r\n"), content, Pcm.latin1("\r\n"));
  }
}
