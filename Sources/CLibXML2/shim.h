/* libxml2's push SAX2 parser and streamed schema validation. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED /* its UErrorCode clashes with the one Foundation brings */
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
