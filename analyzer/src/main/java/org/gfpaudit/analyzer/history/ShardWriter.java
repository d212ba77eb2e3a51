package org.gfpaudit.analyzer.history;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.gfpaudit.analyzer.recall.RecordCodec;

/**
 * Takes the steps of one share of a history, and writes them down: a line that says what it is, and
 * the records, compressed.
 */
public final class ShardWriter {
  private static final int LINE_LENGTH = 76;

  private final String toolVersion;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out;
  private final RecordCodec.Writer records;

  public ShardWriter(Share share, String toolVersion) throws IOException {
    this.toolVersion = toolVersion;
    this.out = new DataOutputStream(new GZIPOutputStream(bytes, 1 << 16));
    this.records = new RecordCodec.Writer(out);
    records.write(share, Share.class);
  }

  /** Takes the next step. */
  public void add(Step step) {
    try {
      out.writeBoolean(true);
      records.write(step, Step.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // To memory.
    }
  }

  /** Writes all that was taken to {@code to}. It was the last step. */
  public void write(Writer to) throws IOException {
    out.writeBoolean(false);
    out.close();
    to.write(ShardReader.FIRST_LINE + toolVersion + "\n");
    Base64.Encoder encoder = Base64.getMimeEncoder(LINE_LENGTH, new byte[] {'\n'});
    to.write(encoder.encodeToString(bytes.toByteArray()) + "\n");
  }
}
