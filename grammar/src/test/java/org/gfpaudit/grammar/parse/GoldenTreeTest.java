package org.gfpaudit.grammar.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gfpaudit.grammar.dump.TreeDump;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the trees of all samples with what stands beside them. */
class GoldenTreeTest {
  static Stream<Path> samples() throws IOException {
    return Stream.concat(Samples.files("ok").stream(), Samples.files("err").stream());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void treesAreThoseWrittenDown(Path sample) throws IOException {
    String actual = trees(Samples.read(sample));
    Path golden = Path.of(sample.toString().replaceAll("\\.c$", ".tree"));
    if (Boolean.getBoolean("testdata.update")) {
      Files.writeString(golden, actual);
    }
    assertTrue(Files.exists(golden), "no golden file; run with -Dtestdata.update=true: " + golden);
    assertEquals(Files.readString(golden), actual);
    boolean isClean = !actual.contains("\n! ");
    boolean shouldBeClean = sample.getName(sample.getNameCount() - 2).endsWith("ok");
    assertEquals(shouldBeClean, isClean, "diagnostics are for the samples under err");
  }

  private static String trees(SourceText text) {
    KernelParser parser = new KernelParser(Samples.IS_TYPE_NAME);
    StringBuilder out = new StringBuilder();
    for (Span span : Samples.definitions(text)) {
      String content = text.text(span);
      if (content.startsWith("#define")) {
        append(out, text, parser.parseMacro(text, span), TreeDump::of);
      } else if (content.endsWith(";")) {
        append(out, text, parser.parseDeclaration(text, span), TreeDump::of);
      } else {
        append(out, text, parser.parseFunction(text, span), TreeDump::of);
      }
    }
    assertFalse(out.isEmpty());
    return out.toString();
  }

  private static <T> void append(
      StringBuilder out, SourceText text, Parsed<T> parsed, Function<T, String> dump) {
    for (Parsed.Variant<T> variant : parsed.variants()) {
      if (!variant.condition().toString().isEmpty()) {
        out.append("when ").append(variant.condition()).append('\n');
      }
      out.append(dump.apply(variant.tree()));
      for (Diagnostic diagnostic : variant.diagnostics()) {
        out.append("! ").append(diagnostic.cause()).append(": ");
        out.append(text.textOnOneLine(diagnostic.span())).append('\n');
      }
    }
  }
}
