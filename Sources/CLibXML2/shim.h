// Debian builds libxml2 with ICU, whose headers clash with those of Foundation's own ICU; nothing
// that is used here needs them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

/* Swift does not import the macro, an unsigned constant written as a hexadecimal literal. */
static const unsigned int bangfu_sax2_magic = XML_SAX2_MAGIC;

/* How many bytes of the document the parser has taken. */
static inline unsigned long bangfu_position(xmlParserCtxtPtr context) {
  xmlParserInputPtr input = context->input;
  return input == NULL ? 0 : input->consumed + (unsigned long)(input->cur - input->base);
}
