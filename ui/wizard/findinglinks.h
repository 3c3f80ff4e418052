// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/references/definitionfindings.h"

#include <QWidget>

class QVBoxLayout;

namespace Sluice {

class FormModel;
class LinkButton;
class NoteLine;
class TextLabel;

// The findings about a definition whose fields are valid, a line for each, which begins with a link
// to its field.
class FindingLinks final : public QWidget
{
    Q_OBJECT

public:
    explicit FindingLinks(const FormModel *form, QWidget *parent = nullptr);

    void setFindings(const QList<DefinitionFinding> &findings);

Q_SIGNALS:
    void fieldRequested(const QString &path);

private:
    struct Line {
        QWidget *row;
        LinkButton *link;
        TextLabel *words;
    };

    Line addLine();
    void fill(const Line &line, const DefinitionFinding &finding);

    const FormModel *m_form;
    NoteLine *m_fact;
    QVBoxLayout *m_rows;
    QList<Line> m_lines;
};

} // namespace Sluice
