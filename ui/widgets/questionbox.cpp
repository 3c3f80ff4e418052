// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/questionbox.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int iconSize = 24;
constexpr int lineOfLetters = 76; // about twelve words

} // namespace

QuestionBox::QuestionBox(const QString &question, const QString &detail, const QString &verb,
                         Kind kind, QWidget *parent)
    : Dialog(parent)
    , m_question(question)
    , m_detail(detail)
    , m_confirm(new QPushButton(verb, this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setObjectName(u"questionBox"_s);
    setQuestionTitle(question);
    setAttribute(Qt::WA_DeleteOnClose);
    m_confirm->setObjectName(u"confirmButton"_s);
    m_confirm->setProperty(kind == Kind::Danger ? "danger" : "primary", true);
    m_confirm->setAutoDefault(false);
    m_cancel->setObjectName(u"cancelButton"_s);
    m_cancel->setProperty("plain", true);
    m_cancel->setDefault(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Size::GroupGap, Size::GroupGap, Size::GroupGap, Size::PageMargin);
    layout->setSpacing(Size::GroupGap);
    layout->setSizeConstraint(QLayout::SetFixedSize); // as high as the words need
    layout->addLayout(makeWords(kind));
    makeButtons();
    layout->addLayout(m_buttons);

    connect(m_confirm, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_cancel->setFocus();
}

QLayout *QuestionBox::makeWords(Kind kind)
{
    auto *mark = new QLabel(this);
    const QIcon picture = icon(kind == Kind::Danger    ? "triangle-alert"
                               : kind == Kind::Message ? "info"
                                                       : "circle-question-mark");
    mark->setPixmap(picture.pixmap(QSize(iconSize, iconSize), devicePixelRatioF()));
    auto *title = new TextLabel(m_question, TextLabel::Role::Title, TextLabel::Ink::Text, this);
    title->setObjectName(u"questionTitle"_s);
    title->setWordWrap(true);
    auto *detail = new TextLabel(m_detail, TextLabel::Role::Body, TextLabel::Ink::Text, this);
    detail->setObjectName(u"questionDetail"_s);
    detail->setWordWrap(true);
    const int width = fontMetrics().averageCharWidth() * lineOfLetters;
    title->setFixedWidth(width);
    detail->setFixedWidth(width);

    m_words = new QVBoxLayout;
    m_words->setSpacing(Size::Gap);
    m_words->addWidget(title);
    m_words->addWidget(detail);
    auto *both = new QHBoxLayout;
    both->setSpacing(Size::PageMargin);
    both->addWidget(mark, 0, Qt::AlignTop);
    both->addLayout(m_words, 1);
    return both;
}

void QuestionBox::makeButtons()
{
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(Size::Gap);
    m_buttons->addStretch();
    m_buttons->addWidget(m_cancel);
    m_buttons->addWidget(m_confirm);
}

QPushButton *QuestionBox::addOther(const QString &verb)
{
    auto *other = new QPushButton(verb, this);
    other->setAutoDefault(false);
    m_buttons->insertWidget(0, other);
    connect(other, &QPushButton::clicked, this, &QDialog::reject);
    return other;
}

QCheckBox *QuestionBox::addTick(const QString &text)
{
    auto *tick = new QCheckBox(text, this);
    tick->setObjectName(u"questionTick"_s);
    m_words->addWidget(tick);
    return tick;
}

void QuestionBox::preferVerb()
{
    m_cancel->setProperty("plain", false);
    m_confirm->setDefault(true);
    m_confirm->setFocus();
}

} // namespace Sluice
