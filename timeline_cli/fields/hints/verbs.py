"""Irregular English verbs, for articles and for the words of a question.

Owns: that table. Does not: inflect other verbs.
"""

# Each verb with its past and its participle.
IRREGULAR = (
    "burn burnt burnt,"
    "sink sank sunk,slide slid slid,strike struck struck,choose chose chosen,freeze froze frozen,throw threw "
    "thrown,beat beat beaten,become became become,begin began begun,bet bet bet,bid bid bid,break broke broken,bring "
    "brought brought,build built built,buy bought bought,come came come,cost cost cost,cut cut cut,deal dealt dealt,do "
    "did done,draw drew drawn,drive drove driven,fall fell fallen,feel felt felt,find found found,fly flew "
    "flown,forecast forecast forecast,get got got,give gave given,go went gone,grow grew grown,have had had,hear heard "
    "heard,hit hit hit,hold held held,keep kept kept,know knew known,lay laid laid,lead led led,leave left left,lend "
    "lent lent,let let let,lose lost lost,make made made,mean meant meant,meet met met,overtake overtook overtaken,pay "
    "paid paid,put put put,quit quit quit,read read read,rise rose risen,run ran run,say said said,see saw seen,seek "
    "sought sought,sell sold sold,send sent sent,set set set,shed shed shed,show showed shown,shrink shrank "
    "shrunk,shut shut shut,spend spent spent,speak spoke spoken,spin spun spun,split split split,stand stood "
    "stood,swing swung swung,take took taken,tell told told,think thought thought,understand understood "
    "understood,uphold upheld upheld,win won won,withdraw withdrew withdrawn,write wrote written,repay repaid "
    "repaid,oversee oversaw overseen,overturn overturned overturned,steal stole stolen,undergo underwent "
    "undergone,undertake undertook undertaken,rebuild rebuilt rebuilt,resell resold resold,teach taught taught,catch "
    "caught caught,fight fought fought,stick stuck stuck,undercut undercut undercut,foresee foresaw foreseen,forgo "
    "forwent forgone,flee fled fled,ride rode ridden,withstand withstood withstood,retake retook retaken,hide hid "
    "hidden,outsell outsold outsold,bear bore borne,tear tore torn,sweep swept swept,wind wound wound,owe owed owed,"
    "spring sprang sprung,swear swore sworn,blow blew blown,rewrite rewrote rewritten,override overrode overridden,"
    "unwind unwound unwound,forbid forbade forbidden,dig dug dug,hang hung hung,withhold withheld withheld,"
    "mislead misled misled,ring rang rung,sing sang sung,drink drank drunk,eat ate eaten,feed fed fed,shoot shot shot,"
    "spread spread spread,stride strode stridden,strive strove striven,weave wove woven,wear wore worn,wake woke woken,"
    "sleep slept slept,light lit lit,leap leapt leapt,shake shook shaken,breed bred bred,bind bound bound,cast "
    "cast cast,broadcast broadcast broadcast,offset offset offset,oversell oversold oversold,outgrow outgrew outgrown,"
    "redraw redrew redrawn,retell retold retold,relight relit relit,outbid outbid outbid,overrun overran overrun,"
    "sit sat sat,arise arose arisen,burst burst burst,swell swelled swollen,creep crept crept,cling clung clung,forget "
    "forgot forgotten,reset reset reset,undo undid undone,shine shone shone,outdo outdid outdone,"
    "bleed bled bled,outspend outspent outspent,mistake mistook mistaken,sow sowed sown,swim swam swum,"
    "bend bent bent,bite bit bitten,overthrow overthrew overthrown,spill spilt spilt,spoil spoilt "
    "spoilt,sting stung stung,upset upset upset,overcome overcame overcome,overpay overpaid overpaid"
)
