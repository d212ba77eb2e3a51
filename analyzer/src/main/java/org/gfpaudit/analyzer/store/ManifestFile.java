package org.gfpaudit.analyzer.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.gfpaudit.analyzer.load.FileStamp;
import org.gfpaudit.grammar.segment.ContentKey;
import org.gfpaudit.grammar.segment.ContentMark;

/**
 * A manifest as bytes: magic, version, checksum of the rest; the tree's identity, the names of the
 * segments, and for each file its path, its stamp, its segment and its slot. Big endian.
 */
final class ManifestFile {
  private static final int MAGIC = 0x67667074;
  private static final int VERSION = 2;
  private static final int HEADER_BYTES = 24;
  private static final int LEAST_BYTES_PER_FILE = 4 + 4 * 8 + 2 * 4;

  private ManifestFile() {}

  static byte[] encode(Manifest manifest, ContentKey key) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    DataOutputStream out = new DataOutputStream(bytes);
    Map<StoredSegment, Integer> numbers = new LinkedHashMap<>();
    manifest.slots().forEach(slot -> numbers.putIfAbsent(slot.segment(), numbers.size()));
    text(out, manifest.tree());
    out.writeInt(numbers.size());
    for (StoredSegment segment : numbers.keySet()) {
      text(out, segment.name());
    }
    out.writeInt(manifest.paths().size());
    for (int i = 0; i < manifest.paths().size(); i++) {
      text(out, manifest.paths().get(i));
      FileStamp stamp = manifest.stamps().get(i);
      out.writeLong(stamp.size());
      out.writeLong(stamp.modifiedNanos());
      out.writeLong(stamp.changedNanos());
      out.writeLong(stamp.inode());
      out.writeInt(Objects.requireNonNull(numbers.get(manifest.slots().get(i).segment())));
      out.writeInt(manifest.slots().get(i).number());
    }
    byte[] body = bytes.toByteArray();
    ByteBuffer all = ByteBuffer.allocate(HEADER_BYTES + body.length);
    ContentMark mark = key.mark(body, 0, body.length);
    all.putInt(MAGIC).putInt(VERSION).putLong(mark.a()).putLong(mark.b()).put(body);
    return all.array();
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /**
   * Reads a manifest.
   *
   * @param segments a segment by its name; empty where it cannot be had: its files are left out
   * @throws IOException if these are not the bytes of a manifest of this version
   */
  static Manifest decode(
      byte[] bytes, Function<String, Optional<StoredSegment>> segments, ContentKey key)
      throws IOException {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      if (in.getInt() != MAGIC || in.getInt() != VERSION) {
        throw new IOException("of another version");
      }
      ContentMark mark = new ContentMark(in.getLong(), in.getLong());
      if (!mark.equals(key.mark(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES))) {
        throw new IOException("damaged, or was written with a secret that is gone,");
      }
      String tree = text(in);
      List<Optional<StoredSegment>> found = new ArrayList<>();
      int segmentCount = in.getInt();
      for (int s = 0; s < segmentCount; s++) {
        found.add(segments.apply(text(in)));
      }
      int fileCount = in.getInt();
      if (fileCount < 0 || fileCount > in.remaining() / LEAST_BYTES_PER_FILE) {
        throw new IOException("damaged");
      }
      Manifest.Builder manifest = new Manifest.Builder();
      for (int i = 0; i < fileCount; i++) {
        String path = text(in);
        FileStamp stamp = new FileStamp(in.getLong(), in.getLong(), in.getLong(), in.getLong());
        Optional<StoredSegment> segment = found.get(in.getInt());
        int slot = in.getInt();
        if (segment.isPresent() && slot >= 0 && slot < segment.get().segment().slotCount()) {
          manifest.add(path, stamp, new Slot(segment.get(), slot));
        }
      }
      return manifest.of(tree);
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new IOException("damaged", e);
    }
  }

  private static String text(ByteBuffer in) throws IOException {
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new IOException("damaged");
    }
    byte[] text = new byte[length];
    in.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }
}
