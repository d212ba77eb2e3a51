package org.gfpaudit.analyzer.history;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.gfpaudit.analyzer.recall.RecordCodec;

/** Reads what a {@link ShardWriter} wrote. */
public final class ShardReader {
  static final String FIRST_LINE = "gfpaudit history shard, by gfpaudit ";

  private final String name;
  private final DataInputStream in;
  private final RecordCodec.Reader records;
  private final Share share;

  /**
   * @param name what the user calls the file
   * @throws ShardException if it holds something else
   */
  public ShardReader(String name, byte[] content, String toolVersion) throws ShardException {
    this.name = name;
    String text = new String(content, StandardCharsets.ISO_8859_1);
    if (!text.startsWith(FIRST_LINE) || text.indexOf('\n') < 0) {
      throw new ShardException(
          "'" + name + "' is no shard; 'gfpaudit history RANGE --shard K/N' makes one");
    }
    int end = text.indexOf('\n');
    String version = text.substring(FIRST_LINE.length(), end).strip();
    if (!version.equals(toolVersion)) {
      throw new ShardException(
          "'" + name + "' was made by another gfpaudit, and this is " + toolVersion);
    }
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(text.substring(end));
      in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes), 1 << 16));
      records = new RecordCodec.Reader(in);
      share = (Share) records.read(Share.class);
    } catch (IOException | RuntimeException e) {
      throw damaged(e);
    }
  }

  /** Which part of which history it is. */
  public Share share() {
    return share;
  }

  /** Tells the steps of all shards, in the order of the history and each once. */
  public static void tell(List<ShardReader> shards, Consumer<Step> told) throws ShardException {
    List<ShardReader> inOrder = new ArrayList<>(shards);
    inOrder.sort(Comparator.comparingInt(shard -> shard.share.part().number()));
    Share.requireWhole(inOrder.stream().map(ShardReader::share).toList());
    Optional<Step> last = Optional.empty();
    for (ShardReader shard : inOrder) {
      Optional<Step> step = shard.next();
      if (last.isPresent()) {
        if (!step.map(Step::commit).equals(last.map(Step::commit))) {
          throw new ShardException(shard.share + " does not begin where the one before it ends");
        }
        step = shard.next();
      }
      for (; step.isPresent(); step = shard.next()) {
        told.accept(step.get());
        last = step;
      }
    }
  }

  private Optional<Step> next() throws ShardException {
    try {
      if (in.readBoolean()) {
        return Optional.of((Step) records.read(Step.class));
      }
      // Behind the last record the checksum is compared.
      if (in.read() >= 0) {
        throw new IOException("more than was written");
      }
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      throw damaged(e);
    }
  }

  private ShardException damaged(Exception cause) {
    ShardException damaged = new ShardException("'" + name + "' is damaged");
    damaged.initCause(cause);
    return damaged;
  }
}
