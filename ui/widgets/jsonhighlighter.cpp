// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/jsonhighlighter.h"

#include <QGuiApplication>
#include <QPalette>
#include <QRegularExpression>

namespace Sluice {

void JsonHighlighter::highlightBlock(const QString &text)
{
    static const QRegularExpression key(QStringLiteral(R"("(?:[^"\\]|\\.)*"(?=\s*:))"));
    auto matches = key.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        setFormat(int(match.capturedStart()), int(match.capturedLength()),
                  QGuiApplication::palette().color(QPalette::Link));
    }
}

} // namespace Sluice
