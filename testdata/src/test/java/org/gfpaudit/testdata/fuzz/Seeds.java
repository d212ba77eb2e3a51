package org.gfpaudit.testdata.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.gfpaudit.analyzer.load.MemoryTree;
import org.gfpaudit.analyzer.recall.MemoBytes;
import org.gfpaudit.grammar.segment.SegmentFile;
import org.gfpaudit.testdata.harness.Testdata;

/**
 * What a fuzzer starts from: files of this module, what is made of them, and what was once found.
 */
final class Seeds {
  /** Longer ones slow a fuzzer down more than they teach it. */
  private static final int MOST_BYTES = 1 << 13;

  private static final int MOST = 120;

  private static final String MAINTAINERS =
      """
      XFS FILESYSTEM
      M:	A Person <a@example.org>
      R:	B Person <b@example.org>
      L:	linux-xfs@example.org (moderated)
      F:	fs/xfs/
      X:	fs/xfs/*/scrub*
      F:	drivers/block/loop.?
      THE REST
      F:	*
      F:	*/
      """;

  private static final String SETTINGS =
      """
      version: 1
      paths:
        include: [fs, mm]
        exclude: ["drivers/staging/**"]
      rules:
        hardcoded: error
      waivers:
        - rule: hardcoded
          path: fs/a.c
          function: f
          reason: it is known
          until: 2030-01-01
      knowledge:
        sinks:
          - {name: f, family: F2, mask: 1}
      """;

  private static final String MAIL =
      """
      From mboxrd@z Thu Jan  1 00:00:00 1970
      From: =?UTF-8?q?=C3=84?= <a@example.org>
      Subject: [PATCH v2 1/2] fs: obey the mapping
      Message-ID: <a@x>
      Content-Type: text/plain; charset=utf-8

      ---
       f.c | 2 +-
      diff --git a/f.c b/f.c
      index 123..456 100644
      --- a/f.c
      +++ b/f.c
      @@ -1,3 +1,3 @@ f
       a
      -b
      +c
       d
      """;

  private static final String CODE =
      """
      int f(struct page *p, struct address_space *m)
      {
      	return add_to_page_cache_lru(p, m, 0, GFP_KERNEL);
      }
      """;

  private Seeds() {}

  /** The seeds of a target, with those that are kept for it. */
  static List<byte[]> of(Target target) throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    if (Files.isDirectory(kept(target))) {
      seeds.addAll(Testdata.filesBelow(kept(target)).values());
    }
    seeds.addAll(made(target));
    return seeds;
  }

  /** Where inputs are kept that once led to a mistake. */
  static Path kept(Target target) {
    return Testdata.directory().resolve("fuzz").resolve(target.name().toLowerCase(Locale.ROOT));
  }

  private static List<byte[]> made(Target target) throws IOException {
    return switch (target) {
      case SCANNER, PARSER -> files(name -> name.endsWith(".c") || name.endsWith(".h"));
      case CONDITION ->
          List.of(
              bytes("defined(CONFIG_A) && !IS_ENABLED(CONFIG_B) || CONFIG_C > 3"),
              bytes("(A == 1 ? B : C) || __has_include(<a.h>) && 0x10u >= 1 << 3"));
      case MAKEFILE -> files(name -> name.endsWith("Makefile") || name.endsWith("Kbuild"));
      case SEGMENT -> List.of(segment());
      case MEMO -> List.of(MemoBytes.of(tree(), StoredBytes.NAME, StoredBytes.secret()));
      case SETTINGS -> List.of(bytes(SETTINGS));
      case BASELINE -> files(name -> name.endsWith("json-findings.golden"));
      case PATCH -> {
        List<byte[]> all = new ArrayList<>(files(name -> name.endsWith(".mail")));
        all.add(bytes(MAIL));
        yield all;
      }
      case MAINTAINERS -> List.of(bytes(MAINTAINERS));
      case BUILD ->
          List.of(
              bytes(
                  "CONFIG_A=y\nCONFIG_B=m\n# CONFIG_C is not set\nCONFIG_D=\"x\"\nCONFIG_E=0x1\n"),
              bytes("[{\"directory\": \"/tree\", \"file\": \"a.c\", \"command\": \"cc a.c\"}]"));
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Files of this module, evenly drawn where they are many. */
  private static List<byte[]> files(Predicate<String> isOne) {
    List<byte[]> all =
        Testdata.filesBelow(Testdata.directory()).entrySet().stream()
            .filter(file -> !file.getKey().startsWith("target/"))
            .filter(file -> isOne.test(file.getKey()))
            .map(Map.Entry::getValue)
            .filter(content -> content.length <= MOST_BYTES)
            .toList();
    List<byte[]> drawn = new ArrayList<>();
    int step = all.size() / MOST + 1;
    for (int i = 0; i < all.size(); i += step) {
      drawn.add(all.get(i));
    }
    return drawn;
  }

  private static byte[] segment() throws IOException {
    Path directory = Files.createTempDirectory("seed");
    Path file = directory.resolve("segment");
    try {
      byte[] code = bytes("#ifdef A\nint f(gfp_t g)\n{\n\treturn h(g, x->y);\n}\n#endif\n");
      SegmentFile.write(ScannedBytes.scan(code).segments().get(0), file, StoredBytes.NAME);
      return Files.readAllBytes(file);
    } finally {
      Files.deleteIfExists(file);
      Files.delete(directory);
    }
  }

  private static MemoryTree tree() {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("Makefile", bytes("VERSION = 6\nPATCHLEVEL = 1\n"));
    files.put("fs/a.c", bytes(CODE));
    return MemoryTree.ofBytes("seed", files);
  }
}
