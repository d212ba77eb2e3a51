package org.gfpaudit.analyzer.recall;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.gfpaudit.grammar.segment.ContentKey;
import org.gfpaudit.grammar.segment.ContentMark;
import org.gfpaudit.grammar.segment.Questions;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Problem;

/**
 * What is remembered as bytes: magic, version, checksum of the rest, the mark of the state that the
 * tree was in, the key, and all parts.
 */
public final class MemoFile {
  private static final int MAGIC = 0x67667072;
  private static final int VERSION = 5;
  private static final int HEADER_BYTES = 24;
  private static final int BODY_START = HEADER_BYTES + 2 * Long.BYTES;

  private MemoFile() {}

  /** The parts of a memo that are neither arrays nor the result. */
  record Dependencies(
      String key,
      List<String> segments,
      Asked asked,
      List<String> whole,
      Map<String, String> unlisted,
      List<Problem> treeProblems) {}

  /** The {@link Questions}, as they are written. */
  record Asked(Map<String, Integer> asked, List<String> missed, List<String> listed) {}

  /**
   * The bytes of a memo.
   *
   * @param key what it is the answer to
   * @param secret with which it is recognised
   */
  public static byte[] encode(String key, Remembered memo, ContentKey secret) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    DataOutputStream out = new DataOutputStream(bytes);
    TreeState state = memo.inputs().state();
    ContentMark stateMark = state.mark(secret);
    out.writeLong(stateMark.a());
    out.writeLong(stateMark.b());
    RecordCodec.Writer writer = new RecordCodec.Writer(out);
    writer.write(
        new Dependencies(
            key,
            state.segments(),
            new Asked(
                memo.inputs().questions().asked(),
                List.copyOf(memo.inputs().questions().missed()),
                List.copyOf(memo.inputs().questions().listed())),
            List.copyOf(memo.inputs().whole()),
            memo.inputs().unlisted(),
            memo.inputs().treeProblems()),
        Dependencies.class);
    writer.write(memo.result(), AuditResult.class);
    out.writeInt(memo.inputs().parts().bytes().length);
    out.write(memo.inputs().parts().bytes());
    ByteBuffer files =
        ByteBuffer.allocate(
            Integer.BYTES + state.paths().length * (Long.BYTES + 2 * Integer.BYTES));
    files.putInt(state.paths().length);
    for (int f = 0; f < state.paths().length; f++) {
      files.putLong(state.paths()[f]).putInt(state.segmentOf()[f]).putInt(state.slotOf()[f]);
    }
    out.write(files.array());
    byte[] body = bytes.toByteArray();
    ByteBuffer all = ByteBuffer.allocate(HEADER_BYTES + body.length);
    ContentMark mark = secret.mark(body, 0, body.length);
    all.putInt(MAGIC).putInt(VERSION).putLong(mark.a()).putLong(mark.b()).put(body);
    return all.array();
  }

  /**
   * Whether a memo seems to be of a tree in that state, without a look at the rest of it.
   *
   * @param state its {@linkplain TreeState#mark mark}
   */
  static boolean isOfState(byte[] bytes, ContentMark state) {
    return bytes.length >= BODY_START
        && new ContentMark(
                ByteBuffer.wrap(bytes).getLong(HEADER_BYTES),
                ByteBuffer.wrap(bytes).getLong(HEADER_BYTES + Long.BYTES))
            .equals(state);
  }

  /**
   * Reads a memo.
   *
   * @throws IOException if these are not the bytes of a memo of this version, key and secret
   */
  public static Remembered decode(String key, byte[] bytes, ContentKey secret) throws IOException {
    ByteBuffer header = ByteBuffer.wrap(bytes);
    try {
      if (header.getInt() != MAGIC || header.getInt() != VERSION) {
        throw new IOException("of another version");
      }
      ContentMark mark = new ContentMark(header.getLong(), header.getLong());
      if (!mark.equals(secret.mark(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES))) {
        throw new IOException("damaged");
      }
      ByteArrayInputStream body =
          new ByteArrayInputStream(bytes, BODY_START, bytes.length - BODY_START);
      RecordCodec.Reader reader = new RecordCodec.Reader(new DataInputStream(body));
      Dependencies parts = (Dependencies) reader.read(Dependencies.class);
      if (!parts.key.equals(key)) {
        throw new IOException("of another run");
      }
      AuditResult result = (AuditResult) reader.read(AuditResult.class);
      int length = new DataInputStream(body).readInt();
      if (length < 0 || length > body.available()) {
        throw new IOException("damaged");
      }
      byte[] readParts = body.readNBytes(length);
      ByteBuffer files = ByteBuffer.wrap(bytes, bytes.length - body.available(), body.available());
      int count = files.getInt();
      if (count < 0 || files.remaining() != count * (Long.BYTES + 2L * Integer.BYTES)) {
        throw new IOException("damaged");
      }
      long[] paths = new long[count];
      int[] segmentOf = new int[count];
      int[] slotOf = new int[count];
      for (int f = 0; f < count; f++) {
        paths[f] = files.getLong();
        segmentOf[f] = files.getInt();
        slotOf[f] = files.getInt();
        if (segmentOf[f] < -1 || segmentOf[f] >= parts.segments.size() || slotOf[f] < 0) {
          throw new IOException("damaged");
        }
      }
      return new Remembered(
          result,
          new Remembered.Inputs(
              new TreeState(paths, parts.segments, segmentOf, slotOf),
              questions(parts.asked),
              new LinkedHashSet<>(parts.whole),
              ReadParts.ofBytes(readParts),
              parts.unlisted,
              parts.treeProblems));
    } catch (EOFException | RuntimeException e) {
      // Written by a program that was wrong, for nobody else has the secret.
      throw new IOException("damaged", e);
    }
  }

  private static Questions questions(Asked asked) {
    return new Questions(
        asked.asked, new LinkedHashSet<>(asked.missed), new LinkedHashSet<>(asked.listed));
  }
}
