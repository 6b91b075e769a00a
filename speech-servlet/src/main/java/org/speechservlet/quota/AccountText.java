package org.speechservlet.quota;

import io.github.bucket4j.BucketState;
import io.github.bucket4j.BucketState64BitsInteger;
import io.github.bucket4j.distributed.serialization.DataOutputSerializationAdapter;
import io.github.bucket4j.distributed.serialization.Scope;
import io.github.bucket4j.distributed.versioning.Versions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * An account as a line of text, in which form any cache can keep it and compare it: the quotas, a
 * space, and bucket4j's own bytes in Base64.
 */
final class AccountText {
  private static final DataOutputSerializationAdapter BYTES =
      DataOutputSerializationAdapter.INSTANCE;

  private AccountText() {}

  static String of(AudioAccount account) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      BucketState64BitsInteger.SERIALIZATION_HANDLE.serialize(
          BYTES,
          new DataOutputStream(bytes),
          (BucketState64BitsInteger) account.buckets(),
          Versions.getLatest(),
          Scope.PERSISTED_STATE);
      return account.quotas().fingerprint()
          + " "
          + Base64.getEncoder().encodeToString(bytes.toByteArray());
    } catch (IOException e) {
      throw new IllegalStateException("an array takes all bytes", e);
    }
  }

  /**
   * Reads an account.
   *
   * @return the account; null if the text is none, or one of other quotas
   */
  static @Nullable AudioAccount parse(String text, Quotas quotas) {
    String start = quotas.fingerprint() + " ";
    if (!text.startsWith(start)) {
      return null;
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(text.substring(start.length()));
      BucketState buckets =
          BucketState64BitsInteger.SERIALIZATION_HANDLE.deserialize(
              BYTES, new DataInputStream(new ByteArrayInputStream(bytes)));
      buckets.setConfiguration(quotas.buckets());
      return new AudioAccount(quotas, buckets);
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }
}
