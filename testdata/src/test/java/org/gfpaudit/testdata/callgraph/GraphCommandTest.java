package org.gfpaudit.testdata.callgraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gfpaudit.analyzer.cli.Main;
import org.gfpaudit.analyzer.cli.Surroundings;
import org.gfpaudit.testdata.harness.Testdata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** {@code graph} on whole trees: goldens, validity, sameness, bounds, hostile names. */
final class GraphCommandTest {
  private static final String MINIKERNEL = Testdata.directory().resolve("minikernel").toString();

  @TempDir Path directory;

  private String err = "";

  private String run(int status, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    var surroundings = new Surroundings(directory, false, false, Map.of());
    int actual = new Main(out, errBytes, surroundings).run(args);
    err = errBytes.toString(StandardCharsets.UTF_8);
    assertEquals(status, actual, err);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static void assertGolden(String format, String actual) throws IOException {
    Path file = Testdata.directory().resolve("callgraph/minikernel." + format);
    if (Boolean.getBoolean("testdata.update")) {
      Files.writeString(file, actual);
    }
    assertEquals(Files.readString(file), actual, file.toString());
  }

  private static Document parsed(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void goldens() throws Exception {
    for (String format : new String[] {"dot", "graphml", "svg"}) {
      String[] command = {
        "graph", "find_or_create_page", "--direction=both", "--tree", MINIKERNEL, "--format", format
      };
      String text = run(0, command);
      assertGolden(format, text);
      assertEquals(text, run(0, command), format);
      String[] oneJob = Arrays.copyOf(command, command.length + 1);
      oneJob[command.length] = "--jobs=1";
      assertEquals(text, run(0, oneJob), format);
    }
  }

  @Test
  void graphMlIsWhole() throws Exception {
    String text =
        run(
            0,
            "graph",
            "mpage_readpages",
            "--direction=both",
            "--tree",
            MINIKERNEL,
            "--format=graphml");
    Document document = parsed(text);
    Set<String> ids = new HashSet<>();
    NodeList nodes = document.getElementsByTagName("node");
    for (int i = 0; i < nodes.getLength(); i++) {
      assertTrue(ids.add(((Element) nodes.item(i)).getAttribute("id")));
    }
    assertTrue(ids.contains("fs/mpage.c:mpage_readpages"), ids.toString());
    NodeList edges = document.getElementsByTagName("edge");
    assertTrue(edges.getLength() > 0);
    for (int i = 0; i < edges.getLength(); i++) {
      assertTrue(ids.contains(((Element) edges.item(i)).getAttribute("source")));
      assertTrue(ids.contains(((Element) edges.item(i)).getAttribute("target")));
    }
  }

  @Test
  void boundsAreKeptAndSaid() throws Exception {
    StringBuilder code = new StringBuilder("void target(void)\n{\n}\n");
    for (int i = 0; i < 40; i++) {
      code.append("void caller" + i + "(void)\n{\n\ttarget();\n}\n");
      code.append("void above" + i + "(void)\n{\n\tcaller" + i + "();\n}\n");
    }
    tree(Map.of("fs/a.c", code.toString()));
    String text = run(0, "graph", "target", "--tree", "linux", "--max-nodes=10");
    assertEquals(10, Pattern.compile("(?m)^  \"fs/a.c:\\w+\" \\[").matcher(text).results().count());
    assertTrue(err.contains("at least 40 more not shown: the bound is 10 definitions"), err);
    assertTrue(text.contains("+31 not shown"), text);
    String near = run(0, "graph", "target", "--tree", "linux", "--depth=1");
    assertTrue(near.contains("\"fs/a.c:caller0\" -> \"fs/a.c:target\""), near);
    assertFalse(near.contains("above"), near);
    String alone = run(0, "graph", "target", "--tree", "linux", "--depth=0");
    assertFalse(alone.contains("->"), alone);
  }

  @Test
  void hostileNamesStayText() throws Exception {
    String hostile = "fs/a\"]<script>&'\\\n\u202e\u0001\uffff.c";
    tree(
        Map.of(
            hostile,
            "void target(void)\n{\n}\nvoid caller(void)\n{\n\ttarget();\n}\n",
            "fs/b.c",
            "void other(void)\n{\n\ttarget();\n}\n"));
    for (String format : new String[] {"svg", "graphml"}) {
      String text = run(0, "graph", "target", "--tree", "linux", "--format", format);
      Document document = parsed(text);
      assertEquals(0, document.getElementsByTagName("script").getLength());
      assertTrue(text.contains("&lt;script&gt;&amp;"), text);
      assertFalse(text.contains("\u202e"), text);
    }
    String dot = run(0, "graph", "target", "--tree", "linux");
    assertTrue(
        dot.contains("fs/a\\\"]<script>&'\\\\x5c\\\\x0a\\\\u202e")
            || dot.contains("fs/a\\\"]<script>&'\\\\x5c\\\\n"),
        dot);
    for (String line : dot.lines().toList()) {
      String unquoted = line.replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"", "");
      assertFalse(unquoted.contains("\"") || unquoted.contains("<"), line);
    }
  }

  @Test
  void nothingThere() throws Exception {
    tree(
        Map.of(
            "fs/a.c", "static void twice(void)\n{\n}\nvoid once(void)\n{\n\tmissing();\n}\n",
            "fs/b.c", "static void twice(void)\n{\n}\n"));
    run(2, "graph", "onec", "--tree", "linux");
    assertTrue(err.contains("no function or macro 'onec'"), err);
    assertTrue(err.contains("did you mean once?"), err);
    run(2, "graph", "missing", "--tree", "linux");
    assertTrue(err.contains("missing is called, but nothing in this tree defines it"), err);
    run(2, "graph", "twice", "--tree", "linux");
    assertTrue(err.contains("name one of: fs/a.c:twice, fs/b.c:twice"), err);
    assertTrue(run(0, "graph", "fs/b.c:twice", "--tree", "linux").contains("fs/b.c:twice"));
    run(2, "graph", "fs/none.c:twice", "--tree", "linux");
    assertTrue(err.contains("no such file"), err);
    run(2, "graph", "G00000000", "--tree", "linux");
    assertTrue(err.contains("no finding G00000000"), err);
    run(2, "graph", "a b", "--tree", "linux");
    assertTrue(err.contains("nor FILE:LINE, FUNCTION"), err);
    run(2, "graph", "once", "--tree", "linux", "--depth=x");
    assertTrue(err.contains("--depth takes a number from 0 to 99, not 'x'"), err);
    run(2, "graph", "once", "--tree", "linux", "--max-nodes=0");
    assertTrue(err.contains("--max-nodes takes"), err);
    run(2, "graph", "once", "--tree", "linux", "--direction=up");
    assertTrue(err.contains("callers, callees, both"), err);
    run(2, "graph", "once", "--tree", "linux", "--format=pdf");
    assertTrue(err.contains("dot, graphml, svg"), err);
  }

  @Test
  void aFindingBringsItsSink() {
    String check = run(1, "check", "--tree", MINIKERNEL);
    var id = Pattern.compile("G[0-9a-f]{8}").matcher(check);
    assertTrue(id.find(), check);
    String text = run(0, "graph", id.group(), "--tree", MINIKERNEL, "--depth=1");
    assertTrue(text.contains("penwidth=3"), text);
    assertTrue(text.contains("peripheries=2"), text);
  }

  private void tree(Map<String, String> files) throws IOException {
    write("Makefile", "VERSION = 6\nPATCHLEVEL = 1\nSUBLEVEL = 0\n");
    write("mm/m.c", "");
    for (Map.Entry<String, String> file : files.entrySet()) {
      write(file.getKey(), file.getValue());
    }
  }

  private void write(String path, String text) throws IOException {
    Path file = directory.resolve("linux").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
