package org.gfpaudit.testdata.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

/**
 * Segments on disk are those of one scanner and one format. Whoever changes what makes them raises
 * {@code SegmentFile.VERSION}, or an index of an older build would be taken for one of this.
 */
class ScannerVersionTest {
  private static final Pattern VERSION = Pattern.compile("int VERSION = (\\d+);");
  private static final Pattern MAKERS =
      Pattern.compile("grammar/src/main/java/org/gfpaudit/grammar/(scan|segment|cond|index)/.*");

  @Test
  void theVersionGoesWithTheScanner() throws IOException {
    CRC32C sources = new CRC32C();
    String version = "";
    for (Repository.TextFile file : Repository.files()) {
      if (MAKERS.matcher(file.path()).matches()) {
        // Comments and layout change nothing; a rename changes the order, and that is harmless.
        String code =
            file.text()
                .replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("//[^\\n]*", "")
                .replaceAll("\\s+", "");
        sources.update(code.getBytes(StandardCharsets.UTF_8));
        Matcher found = VERSION.matcher(file.text());
        if (file.path().endsWith("/SegmentFile.java") && found.find()) {
          version = found.group(1);
        }
      }
    }
    String now = version + " " + Long.toHexString(sources.getValue()) + "\n";
    Path held = Repository.root().resolve("testdata/scanner-version.txt");
    if (Boolean.getBoolean("testdata.update")) {
      Files.writeString(held, now);
    }
    assertEquals(
        Files.readString(held),
        now,
        "what segments are made by has changed: raise SegmentFile.VERSION if they can differ, and"
            + " rewrite testdata/scanner-version.txt with -Dtestdata.update=true");
  }
}
