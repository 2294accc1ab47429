/* reference FILE.xml FILE.sqlite: how fast a vendor's list can be taken in at best: libxml2's push SAX2 parser and one
   prepared insert into a plain table, without journal and without syncing. It checks nothing, compares nothing and
   keeps no history. Prints the number of rows.

   cc -O2 reference.c -o reference $(pkg-config --cflags --libs libxml-2.0 sqlite3) */
#include <libxml/parser.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIELDS = 18, ARENA = 1 << 20 };

static const struct { const char *column, *name; int is_attribute; } fields[FIELDS] = {
    {"id", "id", 1}, {"name", "name", 0}, {"equipment_kind", "type", 1}, {"vendor", "vendor", 0},
    {"model", "model", 0}, {"serial", "serial", 1}, {"uuid", "uuid", 1}, {"asset_tag", "asset_tag", 0},
    {"host", "hostname", 0}, {"address", "ip", 0}, {"mac", "mac", 0}, {"platform", "os", 0},
    {"location", "location", 0}, {"acquired", "acquired", 0}, {"support_ends", "support_end", 0},
    {"contract_ends", "contract_end", 0}, {"cost", "cost", 0}, {"note", "note", 0},
};

/* The record being read: its texts one after the other, and where each field's begins and ends. */
static struct {
    const xmlChar *record, *names[FIELDS];
    int depth, open, start[FIELDS], end[FIELDS], used;
    char arena[ARENA];
    sqlite3_stmt *insert;
    long rows;
} state;

static void fail(const char *what) {
    fprintf(stderr, "reference: %s\n", what);
    exit(1);
}

static void keep(int field, const xmlChar *text, int count) {
    if (state.used + count > ARENA) fail("a record is too large");
    state.start[field] = state.used;
    memcpy(state.arena + state.used, text, count);
    state.used += count;
    state.end[field] = state.used;
}

static void start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces,
                  const xmlChar **declared, int count, int defaulted, const xmlChar **attributes) {
    (void)context, (void)prefix, (void)uri, (void)namespaces, (void)declared, (void)defaulted;
    state.depth++;
    if (state.depth == 2 && name == state.record) {
        state.used = 0;
        memset(state.start, 0, sizeof state.start);
        memset(state.end, 0, sizeof state.end);
        for (int i = 0; i < count; i++, attributes += 5)
            for (int field = 0; field < FIELDS; field++)
                if (fields[field].is_attribute && attributes[0] == state.names[field])
                    keep(field, attributes[3], (int)(attributes[4] - attributes[3]));
    } else if (state.depth == 3) {
        for (int field = 0; field < FIELDS; field++)
            if (!fields[field].is_attribute && name == state.names[field]) {
                state.open = field;
                state.start[field] = state.end[field] = state.used;
            }
    }
}

static void text(void *context, const xmlChar *bytes, int count) {
    (void)context;
    if (state.open < 0) return;
    if (state.used + count > ARENA) fail("a record is too large");
    memcpy(state.arena + state.used, bytes, count);
    state.used += count;
    state.end[state.open] = state.used;
}

static void end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
    (void)context, (void)prefix, (void)uri;
    if (state.depth == 3) state.open = -1;
    if (state.depth-- != 2 || name != state.record) return;
    for (int field = 0; field < FIELDS; field++)
        if (state.end[field] > state.start[field])
            sqlite3_bind_text(state.insert, field + 1, state.arena + state.start[field],
                              state.end[field] - state.start[field], SQLITE_STATIC);
        else
            sqlite3_bind_null(state.insert, field + 1);
    if (sqlite3_step(state.insert) != SQLITE_DONE) fail("cannot insert");
    sqlite3_reset(state.insert);
    state.rows++;
}

int main(int count, char **arguments) {
    if (count != 3) fail("give an XML file and a database");
    FILE *file = fopen(arguments[1], "rb");
    sqlite3 *store;
    if (!file || sqlite3_open(arguments[2], &store) != SQLITE_OK) fail("cannot open");
    char table[2048] = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; CREATE TABLE equipment (";
    char insert[256] = "INSERT INTO equipment VALUES (";
    for (int field = 0; field < FIELDS; field++) {
        sprintf(table + strlen(table), "%s%s TEXT", field ? ", " : "", fields[field].column);
        strcat(insert, field ? ", ?" : "?");
    }
    strcat(table, "); BEGIN");
    strcat(insert, ")");
    if (sqlite3_exec(store, table, NULL, NULL, NULL) != SQLITE_OK) fail("cannot make the table");
    if (sqlite3_prepare_v2(store, insert, -1, &state.insert, NULL) != SQLITE_OK) fail("cannot prepare");

    xmlSAXHandler handler = {0};
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = start;
    handler.endElementNs = end;
    handler.characters = handler.cdataBlock = text;
    xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL);
    xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_NOENT);
    state.open = -1;
    state.record = xmlDictLookup(parser->dict, BAD_CAST "asset", -1);
    for (int field = 0; field < FIELDS; field++)
        state.names[field] = xmlDictLookup(parser->dict, BAD_CAST fields[field].name, -1);
    static char chunk[1 << 16];
    size_t length;
    while ((length = fread(chunk, 1, sizeof chunk, file)) > 0)
        if (xmlParseChunk(parser, chunk, (int)length, 0) != 0) fail("cannot read the XML");
    if (xmlParseChunk(parser, chunk, 0, 1) != 0 || !parser->wellFormed) fail("cannot read the XML");
    sqlite3_finalize(state.insert);
    if (sqlite3_exec(store, "COMMIT", NULL, NULL, NULL) != SQLITE_OK) fail("cannot commit");
    sqlite3_close(store);
    printf("%ld\n", state.rows);
    return 0;
}
