package org.gfpaudit.analyzer.model;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gfpaudit.grammar.parse.KernelParser;

/**
 * Parsers that nobody uses now: one keeps buffers from one definition to the next. They live as
 * long as who has the pool, as what hangs on a thread would not. Safe for several threads.
 */
final class ParserPool {
  private final Queue<Reader> idle = new ConcurrentLinkedQueue<>();

  /** A parser, and who tells it of types; used for one thing at a time. */
  private static final class Reader {
    private Predicate<String> isTypeName = name -> false;
    private final KernelParser parser = new KernelParser(name -> isTypeName.test(name));
  }

  /** What a parser makes of something; {@code reading} must keep nothing of the parser. */
  <T> T read(Predicate<String> isTypeName, Function<KernelParser, T> reading) {
    Reader known = idle.poll();
    Reader reader = known == null ? new Reader() : known;
    reader.isTypeName = isTypeName;
    T read = reading.apply(reader.parser);
    idle.add(reader); // One that threw is not used again.
    return read;
  }
}
