// huashu report KIND [--person WHO] [--attempt ID] [--since DAY] [--out FILE] …: results in forms that others can use.
#pragma once

#include <string>

#include "commands/io.hpp"

namespace huashu::app {

struct ReportOptions {
    std::string kind;                ///< pdf, certificate, xlsx, csv, xapi
    std::string person;              ///< name or id; empty: everybody, or for pdf and certificate the first person
    std::string attempt;             ///< id; empty: all
    std::string sitting;             ///< id of a sitting, or its first characters; empty: all
    std::string since;               ///< "2026-05-01"; empty: from the beginning
    std::string out;                 ///< file; empty: csv and xapi are printed, others go to the folder of papers
    std::string table = "attempts";  ///< of csv
    std::string site;                ///< of xapi: an IRI; on papers: as it is
    bool pseudonyms = false;
};

/// A pdf of one attempt or one sitting where one is named, else of the person. Asks for the passphrase where one is
/// set.
[[nodiscard]] CommandResult report_command(const ReportOptions& options, const GlobalOptions& globals, Io& io);

}  // namespace huashu::app
