package org.gfpaudit.reports.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.StringReader;
import java.io.Writer;
import java.util.List;
import org.gfpaudit.reports.format.Golden;
import org.gfpaudit.reports.format.Samples;
import org.gfpaudit.rules.finding.AuditRow;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class CsvReportTest {
  @Test
  void rows() {
    Golden.assertMatches("csv", Samples.report(new CsvReport()));
  }

  @Test
  void headerIsTheOneThatIsPromised() {
    assertEquals(
        "kind,file,line,column,function,sink,mask,mapping,verdict,condition,origins,note",
        Samples.report(new CsvReport()).lines().findFirst().orElseThrow());
  }

  @Test
  void aParserReadsBackWhatWasWritten() {
    List<CsvRecord> records = parsed(Samples.report(new CsvReport()));
    List<AuditRow> rows = Samples.result().rows();
    assertEquals(rows.size() + 1, records.size());
    CsvRecord hostile = records.get(1);
    assertEquals("fs/a\\x1b[2J\"b\",c\n<script>\\u202e.c", hostile.getField(1));
    assertEquals("x ? \"a,b\" : '\\x1b'", hostile.getField(6));
    for (int i = 0; i < rows.size(); i++) {
      CsvRecord fields = records.get(i + 1);
      AuditRow row = rows.get(i);
      assertEquals(CsvReport.HEADER.size(), fields.getFieldCount());
      assertEquals(row.place().line(), Integer.parseInt(fields.getField(2)));
      assertEquals(row.place().column(), Integer.parseInt(fields.getField(3)));
      assertEquals(row.sink(), fields.getField(5));
      assertEquals(row.verdict().word(), fields.getField(8));
      assertEquals(row.condition().toString(), fields.getField(9));
    }
    assertEquals("fs/reader.c:8", records.get(2).getField(10));
    assertEquals("fs/wide.c:1;fs/reader.c:5", records.get(4).getField(10));
  }

  @Test
  void noControlCharacterButTheLineFeedIsWritten() {
    assertFalse(
        Samples.report(new CsvReport())
            .chars()
            .anyMatch(c -> c != '\n' && Character.isISOControl(c)));
  }

  @Test
  void aWriterThatFailsIsHeard() {
    Writer broken =
        new Writer() {
          @Override
          public void write(char[] chars, int offset, int length) throws IOException {
            throw new IOException("Broken pipe");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Assertions.assertThrows(
        IOException.class, () -> new CsvReport().write(Samples.result(), broken));
  }

  private static List<CsvRecord> parsed(String text) {
    return CsvReader.builder().ofCsvRecord(new StringReader(text)).stream().toList();
  }
}
