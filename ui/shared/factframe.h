// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinefacts.h"
#include "ui/widgets/panel.h"

class QGridLayout;

namespace Sluice {

class LinkButton;
class MarkLabel;
class TextLabel;

// One frame of the overview: a mark and a title, a rule, and lines of label and value.
class FactFrame final : public Panel
{
    Q_OBJECT

public:
    explicit FactFrame(QWidget *parent = nullptr);

    // note: a short word at the right of the title, such as "Connected". good: it is painted in the
    // colour of success.
    void setTitle(const QString &title, const QString &note = {}, bool good = true);
    void setMonogram(const QString &letters);
    void setIcon(const QString &iconName);
    void setFacts(const QList<Fact> &facts);
    // A last line whose value is a link. Empty text: there is none.
    void setLink(const QString &label, const QString &text, const QString &toolTip);

Q_SIGNALS:
    void linkActivated();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<Fact> m_facts;
    MarkLabel *m_mark;
    TextLabel *m_title;
    TextLabel *m_note;
    QWidget *m_header;
    QGridLayout *m_rows;
    TextLabel *m_linkLabel;
    LinkButton *m_link;
};

} // namespace Sluice
