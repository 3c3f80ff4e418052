// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/references/referencelint.h"

#include <QWidget>

class QVBoxLayout;

namespace Sluice {

// What may be wrong with one pipeline: a line for each finding with a link to its field, and what
// to do in its tool tip. Of many the first ones are shown, until the user wants to see the rest.
class FindingList final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int mostWidth = 760; // the links stay near their texts

    explicit FindingList(QWidget *parent = nullptr);

    // definition: that of the pipeline. Hides where there is nothing to say.
    void setFindings(const QList<ReferenceFinding> &findings, const QJsonObject &definition);

Q_SIGNALS:
    // path: dotted, of the field.
    void fieldRequested(const QString &path);

private:
    void fill();
    void clear();
    QWidget *makeNote(const ReferenceFinding &finding);

    QVBoxLayout *m_notes;
    QList<ReferenceFinding> m_findings;
    QJsonObject m_definition;
    bool m_showsAll = false;
};

} // namespace Sluice
