package org.gfpaudit.testdata.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.gfpaudit.grammar.lex.Classifier;
import org.gfpaudit.grammar.lex.Lexer;
import org.gfpaudit.grammar.lex.RawTokens;
import org.gfpaudit.grammar.lex.TokenBuffer;
import org.gfpaudit.grammar.lex.TokenKind;
import org.gfpaudit.grammar.lex.WordTable;
import org.gfpaudit.grammar.parse.KernelParser;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The way of a function from bytes to a syntax tree, on one thread; each step holds those before.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {ProgramJvm.COMPILER, ProgramJvm.COLLECTOR, ProgramJvm.STACK, ProgramJvm.HEAP})
public class ParserBenchmark {
  @Param(CodeInMemory.GENERATED)
  public String tree;

  private Functions functions;

  @Setup
  public void load() throws IOException {
    functions = Functions.of(CodeInMemory.of(tree));
  }

  /** Bytes to tokens. */
  @Benchmark
  public void lex(Bytes bytes, FunctionCount count, Blackhole sink) {
    for (Functions.Function function : functions.all()) {
      sink.consume(tokens(function));
      count(function, bytes, count);
    }
  }

  /** Bytes to the tokens the grammar reads. */
  @Benchmark
  public void classify(Bytes bytes, FunctionCount count, Blackhole sink) {
    WordTable words = new WordTable();
    for (Functions.Function function : functions.all()) {
      RawTokens raw = new RawTokens(function.text().bytes(), tokens(function), words);
      Classifier classifier = new Classifier(raw, functions.typeNames()::contains);
      int body = 0;
      while (body < raw.count() && raw.kind(body) != TokenKind.LBRACE) {
        body++;
      }
      classifier.functionHeader(0, body);
      classifier.statements(Math.min(body + 1, raw.count()), Math.max(body, raw.count() - 1));
      sink.consume(classifier.take());
      count(function, bytes, count);
    }
  }

  /** Bytes to syntax trees, in all configurations, as the program asks for them. */
  @Benchmark
  public void parse(Bytes bytes, FunctionCount count, Blackhole sink) {
    KernelParser parser = new KernelParser(functions.typeNames()::contains);
    for (Functions.Function function : functions.all()) {
      sink.consume(parser.parseFunction(function.text(), function.extent()));
      count(function, bytes, count);
    }
  }

  private static TokenBuffer tokens(Functions.Function function) {
    return Lexer.lex(function.text().bytes(), function.extent().start(), function.extent().end());
  }

  private static void count(Functions.Function function, Bytes bytes, FunctionCount count) {
    count.functions++;
    bytes.add(function.extent().length());
  }
}
