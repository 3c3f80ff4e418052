// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/tables/tablereport.h"

namespace Sluice::TableText {

struct SqlToken {
    enum Kind { Word, Quoted, String, Symbol };

    Kind kind;
    QString text; // a word's in upper case; a quoted name's and a string's without the quotes
    QStringView source;
    int line;
    bool startsLine;
};

struct SqlTokens {
    QList<SqlToken> tokens;
    QList<LeftOut> leftOut; // comments with #, what has no end
    bool isOpen = false;    // a string has no end
};

// Cuts SQL of any of the five sources into tokens, which point into the text. Skips comments and
// the rows of COPY. Knows '' and "" and ]] inside quotes, backslashes of MySQL, E'', N'', q'[]' and
// $tag$. "#" is a letter (IBM i, temporary tables of SQL Server) unless a blank follows.
SqlTokens sqlTokens(const QString &text, int firstLine = 1);

} // namespace Sluice::TableText
